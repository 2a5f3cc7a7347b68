package kefu.recommendation.model.behaviour;

import java.util.List;
import kefu.model.Require;
import kefu.model.profile.Affinity;
import kefu.model.profile.Profile;

/** The part of a profile that bears on products. @param personalised whether the customer allows its use */
public record Taste(boolean personalised, List<Affinity> categories, List<Affinity> products) {
    public static final Taste UNKNOWN = new Taste(true, List.of(), List.of());
    /** Of somebody who does not want to be recommended to personally. */
    public static final Taste WITHHELD = new Taste(false, List.of(), List.of());

    public Taste {
        categories = Require.list(categories);
        products = Require.list(products);
    }

    public static Taste of(Profile profile) {
        return profile.consents().personalisation()
                ? new Taste(true, profile.categories(), profile.products())
                : WITHHELD;
    }
}
