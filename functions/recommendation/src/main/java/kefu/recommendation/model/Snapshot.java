package kefu.recommendation.model;

import kefu.recommendation.model.behaviour.Behaviour;
import kefu.recommendation.model.content.Catalogue;

/** All that the model knows at one moment. Immutable. */
public record Snapshot(Catalogue catalogue, Behaviour behaviour) {
    public static final Snapshot EMPTY = new Snapshot(Catalogue.EMPTY, Behaviour.NOTHING);
}
