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

/** Operations on a customer, under the rules of the conversation. */
@Path("/v1/store/customers/{id}/operations")
class CustomerOperationResource {
    private final RunOperation run;
    private final Caller caller;

    CustomerOperationResource(RunOperation run, Caller caller) {
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
        caller.mustBe(id);
        if (request == null) throw Problem.badRequest("The body is missing.").asException();
        if (!StoreOperation.argumentsOf(request.name()).containsKey("customerId"))
            throw Problem.badRequest(request.name() + " is an operation on an order: POST it there.")
                    .asException();
        return run.answer("customer/" + id, Map.of("customerId", id), request, key, headers);
    }
}
