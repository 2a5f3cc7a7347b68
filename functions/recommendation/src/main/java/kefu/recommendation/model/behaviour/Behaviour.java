package kefu.recommendation.model.behaviour;

import java.util.Optional;

/** What all customers did, as it stands at one moment. Immutable: {@link Learner} publishes the next one. */
public final class Behaviour {
    public static final Behaviour NOTHING =
            new Behaviour(Shards.empty(), Together.NOTHING, Together.NOTHING, Popularity.NONE);

    private final Shards<Customer> customers;
    private final Together bought;
    private final Together viewed;
    private final Popularity popularity;

    Behaviour(Shards<Customer> customers, Together bought, Together viewed, Popularity popularity) {
        this.customers = customers;
        this.bought = bought;
        this.viewed = viewed;
        this.popularity = popularity;
    }

    public Optional<Customer> customer(String id) {
        return customers.get(id);
    }

    /** @return what the same customers bought */
    public Together bought() {
        return bought;
    }

    /** @return what the same customers looked at in one visit */
    public Together viewed() {
        return viewed;
    }

    public Popularity popularity() {
        return popularity;
    }

    public int customers() {
        return customers.size();
    }

    Shards<Customer> all() {
        return customers;
    }
}
