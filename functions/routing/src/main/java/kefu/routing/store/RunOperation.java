package kefu.routing.store;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import kefu.chassis.caller.Caller;
import kefu.chassis.caller.Role;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.problem.Problem;
import kefu.model.Ids;
import kefu.routing.store.rules.StoreOperation;

/** Runs the operation that a request asks for, on behalf of whoever sent it. */
@RequestScoped
class RunOperation {
    private final Operations operations;
    private final Idempotency idempotency;
    private final Caller caller;

    RunOperation(Operations operations, Idempotency idempotency, Caller caller) {
        this.operations = operations;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * @param scope of the idempotency key
     * @param about the argument that the address gives
     */
    OperationAnswer answer(
            String scope, Map<String, String> about, OperationRequest request, String key, HttpHeaders headers) {
        var operation = StoreOperation.read(request.name(), arguments(about, request));
        if (request.dryRun()) return answer(operations.preview(operation, asker()), headers);
        var operationKey = key == null || key.isBlank() ? Ids.next() : "http/" + key;
        // Whether it is the same request is kept, not the answer: the receipt has it, encrypted.
        var done = new AtomicReference<OperationAnswer>();
        idempotency.once(key, idempotencyScope(scope), request, Boolean.class, () -> {
            done.set(perform(operation, request, operationKey, headers));
            return true;
        });
        return done.get() != null ? done.get() : perform(operation, request, operationKey, headers);
    }

    /** Whose {@code Idempotency-Key} an operation's is. */
    static String idempotencyScope(String subject) {
        return "operations/" + subject;
    }

    private OperationAnswer perform(
            StoreOperation operation, OperationRequest request, String operationKey, HttpHeaders headers) {
        return answer(operations.perform(operation, asker(), operationKey, request.agreed()), headers);
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
            case Outcome.Refused(var rule, var reason, var _) ->
                throw Problem.refused(rule, reason.in(language(headers))).asException();
        };
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
