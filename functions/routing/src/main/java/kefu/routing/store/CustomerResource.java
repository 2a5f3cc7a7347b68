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
import kefu.model.shop.Order;

/** Customers, for themselves and for staff. */
@Path("/v1/store/customers")
class CustomerResource {
    private final Store store;
    private final ImportShop imports;
    private final ShopReader reader;
    private final Caller caller;

    CustomerResource(Store store, ImportShop imports, ShopReader reader, Caller caller) {
        this.store = store;
        this.imports = imports;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Response customer(String id, @Context Request request) {
        caller.mustBe(id);
        var row = store.customerRow(id)
                .orElseThrow(() ->
                        Problem.notFound("There is no customer " + id + ".").asException());
        return Tagged.answer(request, row.version, row.customer());
    }

    @GET
    @Path("/{id}/orders")
    public Page<Order> orders(String id) {
        caller.mustBe(id);
        return new Page<>(store.ordersOf(id), null);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response put(String id, String body, @HeaderParam("If-Match") String ifMatch)
            throws JsonProcessingException {
        var customer = reader.customer(reader.tree(body));
        if (!customer.id().equals(id))
            throw Problem.badRequest("id: the address names " + id + ", the body " + customer.id() + ".")
                    .asException();
        var row = imports.put(customer, known -> Tagged.mustMatch(ifMatch, known.map(r -> r.version)));
        return Response.ok(row.customer()).tag(Tagged.tag(row.version)).build();
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportResult putAll(String body) throws JsonProcessingException {
        return imports.customers(reader.tree(body));
    }
}
