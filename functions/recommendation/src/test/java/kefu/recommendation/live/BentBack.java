package kefu.recommendation.live;

import kefu.recommendation.model.Bent;

/** Closes a circle of features with {@link Bent}. */
public class BentBack {
    public Bent inward;
}
