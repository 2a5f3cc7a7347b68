package kefu.routing.store;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import kefu.chassis.problem.Problem;

/** Products, for everybody; the catalogue itself is kept by the recommendation function. */
@Path("/v1/store/products")
@RunOnVirtualThread
class ProductResource {
    private final Store store;

    ProductResource(Store store) {
        this.store = store;
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Response product(String id, @Context Request request) {
        var row = store.productRow(id)
                .orElseThrow(() ->
                        Problem.notFound("There is no product " + id + ".").asException());
        return Tagged.answer(request, row.version, row.record);
    }
}
