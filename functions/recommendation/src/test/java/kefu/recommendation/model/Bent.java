package kefu.recommendation.model;

import java.time.Instant;
import kefu.recommendation.live.BentBack;

/** Breaks each rule of the house, to show that it bites. */
public class Bent {
    public final BentBack outward = new BentBack();
    public final Instant now = Instant.now();
}
