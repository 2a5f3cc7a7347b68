package kefu.routing.store;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import kefu.chassis.caller.Caller;
import kefu.chassis.problem.Problem;
import kefu.routing.store.rules.StoreOperation;

/** Operations on an order for an agent's desk, another system or its customer, under the rules of the conversation. */
@Path("/v1/store/orders/{id}/operations")
class OrderOperationResource {
    private final Store store;
    private final RunOperation run;
    private final Caller caller;

    OrderOperationResource(Store store, RunOperation run, Caller caller) {
        this.store = store;
        this.run = run;
        this.caller = caller;
    }

    @POST
    @Transactional
    public OperationAnswer operate(
            String id,
            OperationRequest request,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpHeaders headers) {
        if (caller.isAnonymous()) throw Problem.unauthenticated().asException();
        if (request == null) throw Problem.badRequest("The body is missing.").asException();
        var order = store.order(id)
                .orElseThrow(
                        () -> Problem.notFound("There is no order " + id + ".").asException());
        caller.mustBe(order.customerId());
        var about = StoreOperation.argumentsOf(request.name()).containsKey("orderId")
                ? Map.of("orderId", order.id())
                : Map.of("customerId", order.customerId());
        return run.answer("order/" + order.id(), about, request, key, headers);
    }
}
