package kefu.recommendation.model.behaviour;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Learns from customers, one at a time, and unlearns them. The state is a sum over customers of a pure function of each
 * one's history: the order in which customers come does not matter, learning one twice changes nothing, and a forgotten
 * customer leaves no trace. One thread learns; {@link #publish} gives readers a snapshot that never changes.
 */
public final class Learner {
    private final Horizons horizons;
    private final TogetherCounts bought = new TogetherCounts();
    private final TogetherCounts viewed = new TogetherCounts();
    private final Map<String, Double> popular = new HashMap<>();
    private final Map<String, Integer> popularCustomers = new HashMap<>();
    private final Map<String, Optional<Customer>> changed = new HashMap<>();
    private Behaviour last = Behaviour.NOTHING;

    public Learner(Horizons horizons) {
        this.horizons = horizons;
    }

    /** Takes a customer as they are now; what was known of them before no longer counts. */
    public void learn(String customerId, Customer customer) {
        replace(customerId, Optional.of(customer));
    }

    public void forget(String customerId) {
        replace(customerId, Optional.empty());
    }

    /** @return everything learnt so far */
    public Behaviour publish() {
        last = new Behaviour(
                last.all().with(changed),
                bought.publish(last.bought()),
                viewed.publish(last.viewed()),
                new Popularity(popular, horizons.popularDecay()));
        changed.clear();
        return last;
    }

    private void replace(String customerId, Optional<Customer> customer) {
        var before = changed.containsKey(customerId) ? changed.get(customerId) : last.customer(customerId);
        add(contributions(before), -1);
        add(contributions(customer), 1);
        changed.put(customerId, customer);
    }

    private Contributions contributions(Optional<Customer> customer) {
        return customer.map(c -> Contributions.of(c.asAllowed().history(), horizons))
                .orElse(Contributions.NOTHING);
    }

    private void add(Contributions contributions, int sign) {
        bought.add(contributions.bought(), sign);
        viewed.add(contributions.viewed(), sign);
        contributions.popular().forEach((id, weight) -> {
            if (popularCustomers.merge(id, sign, Learner::sumOrNone) == null) popular.remove(id);
            else popular.merge(id, sign * weight, Double::sum);
        });
    }

    private static Integer sumOrNone(int a, int b) {
        return a + b == 0 ? null : Integer.valueOf(a + b);
    }
}
