package kefu.routing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.chassis.problem.Problem;
import kefu.model.Ids;
import kefu.model.shop.Customer;
import kefu.model.shop.LocalText;
import kefu.model.shop.PaymentMethod;
import kefu.routing.store.rules.Facts;
import kefu.routing.store.rules.Rules;
import kefu.routing.store.rules.ShopPolicy;
import kefu.routing.store.rules.StoreOperation;
import kefu.routing.store.rules.StoreOperation.ChangeCustomerAddress;
import kefu.routing.store.rules.StoreOperation.OnOrder;
import kefu.routing.store.rules.Verdict;

/** Previews operations and carries them out, under the same rules whoever asks. */
@ApplicationScoped
@Transactional
public class Operations {
    private final Store store;
    private final Receipts receipts;
    private final StoreChanges changes;
    private final ShopPolicy policy;
    private final Clock clock;

    Operations(Store store, Receipts receipts, StoreChanges changes, ShopPolicy policy, Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.changes = changes;
        this.policy = policy;
        this.clock = clock;
    }

    /** What an operation is about: the order, where it is on one, and its customer. */
    private record Subject(Optional<OrderRow> order, Optional<CustomerRow> row, Customer customer) {
        String id() {
            return order.map(o -> o.id).orElse(customer.id());
        }
    }

    /** @return {@link Outcome.Previewed} or {@link Outcome.Refused}; nothing changes */
    public Outcome preview(StoreOperation operation, Asker asker) {
        return subject(operation, asker, false)
                .map(subject -> switch (judge(operation, subject)) {
                    case Verdict.Allowed allowed -> new Outcome.Previewed(allowed.lines());
                    case Verdict.Refused refused -> refused(refused);
                })
                .orElseGet(() -> refused(Rules.unknown(operation, policy)));
    }

    /** @return why an operation can in no way be done to an order, before it is known how it would be; empty where it may be */
    public Optional<Outcome.Refused> impossible(String operation, String orderId, Asker asker) {
        return store.orderRow(orderId)
                .filter(row -> asker.mayTouch(row.customerId))
                .map(row -> subject(row, false))
                .flatMap(subject -> Rules.impossible(operation, facts(subject)))
                .map(Operations::refused);
    }

    /**
     * Carries an operation out in the caller's transaction (or one of its own), with the order and the customer locked.
     *
     * @param idempotencyKey under which it happens once for its order or customer, whatever is retried
     * @return {@link Outcome.Done} or {@link Outcome.Refused}
     * @throws kefu.chassis.problem.ProblemException 409 when the key was used for another operation
     */
    public Outcome perform(StoreOperation operation, Asker asker, String idempotencyKey) {
        return perform(operation, asker, idempotencyKey, Optional.empty());
    }

    /** @param agreed the lines the customer said yes to; other lines by now are refused ({@code preview.changed}) */
    public Outcome perform(
            StoreOperation operation, Asker asker, String idempotencyKey, Optional<List<LocalText>> agreed) {
        var subject = subject(operation, asker, true);
        if (subject.isEmpty()) return refused(Rules.unknown(operation, policy));
        var arguments = arguments(operation, subject.get());
        var earlier = receipts.earlier(subject.get().id(), idempotencyKey);
        if (earlier.isPresent()) return again(earlier.get(), operation, arguments);
        return switch (judge(operation, subject.get())) {
            case Verdict.Refused refused -> refused(refused);
            case Verdict.Allowed allowed
            when agreed.isPresent() && !agreed.get().equals(allowed.lines()) ->
                refused(Rules.changedSincePreview(policy));
            case Verdict.Allowed allowed -> commit(operation, arguments, asker, idempotencyKey, subject.get(), allowed);
        };
    }

    private Outcome commit(
            StoreOperation operation,
            Map<String, Object> arguments,
            Asker asker,
            String idempotencyKey,
            Subject subject,
            Verdict.Allowed allowed) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var receipt = new Receipt(
                Ids.next(),
                now,
                operation.name(),
                arguments,
                asker,
                allowed.lines(),
                state(operation, subject.order().map(OrderRow::order), subject.customer()),
                state(operation, allowed.order(), allowed.customer()),
                null);
        var kept = receipts.keep(receipt, subject.id(), subject.customer().id(), idempotencyKey);
        subject.row()
                .filter(_ -> !allowed.customer().equals(subject.customer()))
                .ifPresent(row -> changes.customer(row, allowed.customer(), now));
        subject.order().ifPresent(row -> changes.order(row, allowed.order().orElseThrow(), operation.name(), now));
        return new Outcome.Done(kept, allowed.lines());
    }

    private static Outcome again(Receipt earlier, StoreOperation operation, Map<String, Object> arguments) {
        if (!earlier.operation().equals(operation.name())
                || !earlier.arguments().equals(arguments))
            throw Problem.conflict("idempotency-key-reused", "This key was used before for a different operation.")
                    .asException();
        return new Outcome.Done(earlier, earlier.agreed());
    }

    private Verdict judge(StoreOperation operation, Subject subject) {
        return switch (operation) {
            case ChangeCustomerAddress change -> Rules.judge(change, subject.customer(), policy);
            case OnOrder onOrder -> Rules.judge(onOrder, facts(subject));
        };
    }

    private Facts facts(Subject subject) {
        var row = subject.order().orElseThrow();
        return new Facts(
                policy,
                row.order(),
                subject.customer(),
                store::product,
                receipts.past(row.id),
                row.deliveredAt(),
                clock.instant());
    }

    /** The order is locked before its customer, always, so that two operations never wait for each other. */
    private Optional<Subject> subject(StoreOperation operation, Asker asker, boolean lock) {
        return switch (operation) {
            case ChangeCustomerAddress change ->
                (lock ? store.lockCustomer(change.customerId()) : store.customerRow(change.customerId()))
                        .filter(row -> asker.mayTouch(row.id))
                        .map(row -> new Subject(Optional.empty(), Optional.of(row), row.customer()));
            case OnOrder onOrder ->
                store.orderRow(onOrder.orderId())
                        .filter(row -> asker.mayTouch(row.customerId))
                        .flatMap(row -> lock ? store.lockOrder(row.id) : Optional.of(row))
                        .map(row -> subject(row, lock));
        };
    }

    /** An order whose customer the shop never told us about has one without a name and without ways to pay. */
    private Subject subject(OrderRow order, boolean lock) {
        var row = lock ? store.lockCustomer(order.customerId) : store.customerRow(order.customerId);
        var customer = row.map(CustomerRow::customer)
                .orElseGet(() -> new Customer(order.customerId, null, null, null, null, null, List.of()));
        return new Subject(Optional.of(order), row, customer);
    }

    /** @return the operation's arguments, with the order's id as the shop writes it */
    private static Map<String, Object> arguments(StoreOperation operation, Subject subject) {
        var arguments = new LinkedHashMap<>(operation.arguments());
        subject.order().ifPresent(row -> arguments.put("orderId", row.id));
        return arguments;
    }

    private static Receipt.State state(
            StoreOperation operation, Optional<kefu.model.shop.Order> order, Customer customer) {
        var giftCards = customer.paymentMethods().stream()
                .filter(PaymentMethod::isGiftCard)
                .toList();
        return operation instanceof OnOrder
                ? new Receipt.State(order.orElseThrow(), null, giftCards)
                : new Receipt.State(null, customer.address(), List.of());
    }

    private static Outcome.Refused refused(Verdict.Refused verdict) {
        return new Outcome.Refused(verdict.rule(), verdict.reason(), verdict.argument());
    }
}
