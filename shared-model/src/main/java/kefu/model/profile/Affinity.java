package kefu.model.profile;

import kefu.model.Require;

/** How much a customer is drawn to something. @param weight in [0, 1] */
public record Affinity(String name, double weight) {
    public Affinity {
        Require.text(name, "name");
        Require.within(weight, 0, 1, "weight");
    }
}
