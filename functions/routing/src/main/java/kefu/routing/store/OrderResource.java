package kefu.routing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import kefu.chassis.caller.Caller;
import kefu.chassis.caller.Role;
import kefu.chassis.problem.Problem;
import kefu.model.Page;

/** Orders, for their customer and for staff. An id may come without its '#'. */
@Path("/v1/store/orders")
class OrderResource {
    private final Store store;
    private final Receipts receipts;
    private final ImportShop imports;
    private final ShopReader reader;
    private final Caller caller;

    OrderResource(Store store, Receipts receipts, ImportShop imports, ShopReader reader, Caller caller) {
        this.store = store;
        this.receipts = receipts;
        this.imports = imports;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Response order(String id, @Context Request request) {
        var row = require(id);
        return Tagged.answer(request, row.version, row.order());
    }

    @GET
    @Path("/{id}/receipts")
    @Transactional
    public Page<Receipt> receipts(String id) {
        return new Page<>(receipts.of(require(id).id), null);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response put(String id, String body, @HeaderParam("If-Match") String ifMatch)
            throws JsonProcessingException {
        var order = reader.order(reader.tree(body));
        if (!OrderRow.lookup(order.id()).equals(OrderRow.lookup(id)))
            throw Problem.badRequest("id: the address names " + id + ", the body " + order.id() + ".")
                    .asException();
        var row = imports.put(order, known -> Tagged.mustMatch(ifMatch, known.map(r -> r.version)));
        return Response.ok(row.order()).tag(Tagged.tag(row.version)).build();
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportResult putAll(String body) throws JsonProcessingException {
        return imports.orders(reader.tree(body));
    }

    private OrderRow require(String id) {
        if (caller.isAnonymous()) throw Problem.unauthenticated().asException();
        var row = store.orderRow(id)
                .orElseThrow(
                        () -> Problem.notFound("There is no order " + id + ".").asException());
        caller.mustBe(row.customerId);
        return row;
    }
}
