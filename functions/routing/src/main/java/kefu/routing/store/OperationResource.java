package kefu.routing.store;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import kefu.chassis.caller.Caller;
import kefu.chassis.caller.Role;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.problem.Problem;
import kefu.model.Ids;
import kefu.routing.store.rules.StoreOperation;

/** Operations for an agent's desk, another system, or a signed-in customer, under the rules of the conversation. */
@Path("/v1/store")
@RunOnVirtualThread
class OperationResource {
    private final Store store;
    private final Operations operations;
    private final Idempotency idempotency;
    private final Caller caller;

    OperationResource(Store store, Operations operations, Idempotency idempotency, Caller caller) {
        this.store = store;
        this.operations = operations;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/orders/{id}/operations")
    @Transactional
    public OperationAnswer onOrder(
            String id,
            OperationRequest request,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpHeaders headers) {
        if (caller.isAnonymous())
            throw Problem.unauthenticated("A valid bearer token is needed.").asException();
        var order = store.order(id)
                .orElseThrow(
                        () -> Problem.notFound("There is no order " + id + ".").asException());
        caller.mustBe(order.customerId());
        var about = StoreOperation.argumentsOf(present(request).name()).containsKey("orderId")
                ? Map.of("orderId", order.id())
                : Map.of("customerId", order.customerId());
        return answer("order/" + order.id(), about, request, key, headers);
    }

    @POST
    @Path("/customers/{id}/operations")
    @Transactional
    public OperationAnswer onCustomer(
            String id,
            OperationRequest request,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpHeaders headers) {
        caller.mustBe(id);
        if (!StoreOperation.argumentsOf(present(request).name()).containsKey("customerId"))
            throw Problem.badRequest(request.name() + " is an operation on an order: POST it there.")
                    .asException();
        return answer("customer/" + id, Map.of("customerId", id), request, key, headers);
    }

    private OperationAnswer answer(
            String scope, Map<String, String> about, OperationRequest request, String key, HttpHeaders headers) {
        var operation = StoreOperation.read(request.name(), arguments(about, request));
        if (request.dryRun()) return answer(operations.preview(operation, asker()), headers);
        return idempotency.once(
                key,
                "operations/" + scope,
                request,
                OperationAnswer.class,
                () -> answer(
                        operations.perform(
                                operation,
                                asker(),
                                key == null || key.isBlank() ? Ids.next() : "http/" + key,
                                request.agreed()),
                        headers));
    }

    /** The address says what it is about; an argument that says otherwise is a mistake. */
    private static Map<String, Object> arguments(Map<String, String> about, OperationRequest request) {
        var arguments = new LinkedHashMap<>(request.arguments());
        about.forEach((name, id) -> {
            var given = arguments.put(name, id);
            if (given != null && !OrderRow.lookup(given.toString()).equals(OrderRow.lookup(id)))
                throw new IllegalArgumentException(name + " is " + given + ", the address names " + id);
        });
        return arguments;
    }

    private static OperationAnswer answer(Outcome outcome, HttpHeaders headers) {
        return switch (outcome) {
            case Outcome.Previewed(var lines) -> new OperationAnswer("previewed", lines, null);
            case Outcome.Done(var receipt, var lines) -> new OperationAnswer("done", lines, receipt);
            case Outcome.Refused(var rule, var reason) ->
                throw Problem.refused(rule, reason.in(language(headers))).asException();
        };
    }

    private static OperationRequest present(OperationRequest request) {
        if (request == null) throw Problem.badRequest("The body is missing.").asException();
        return request;
    }

    private Asker asker() {
        if (caller.has(Role.ADMIN)) return Asker.system(caller.name());
        if (caller.has(Role.AGENT)) return Asker.agent(caller.name());
        return Asker.customer(caller.customerId().orElseThrow());
    }

    private static String language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                        .findFirst()
                        .filter(locale -> locale.getLanguage().equals("zh"))
                        .isPresent()
                ? "zh"
                : "en";
    }
}
