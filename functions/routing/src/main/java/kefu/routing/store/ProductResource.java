package kefu.routing.store;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import kefu.chassis.problem.Problem;
import kefu.model.Page;
import kefu.model.shop.Product;

/** Products, for everybody; the catalogue itself is kept by the recommendation function. */
@Path("/v1/store/products")
class ProductResource {
    private final Store store;

    ProductResource(Store store) {
        this.store = store;
    }

    @GET
    @Transactional
    public Page<Product> products(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") @DefaultValue("") String after) {
        var found = store.productsAfter(after, limit + 1);
        if (found.size() <= limit) return new Page<>(found, null);
        var items = found.subList(0, limit);
        return new Page<>(items, items.getLast().id());
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
