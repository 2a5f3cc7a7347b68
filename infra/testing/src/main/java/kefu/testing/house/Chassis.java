package kefu.testing.house;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** How the chassis is built. */
public final class Chassis {
    private static final String ROOT = "kefu.chassis";

    private Chassis() {}

    /** @return all rules that hold for the chassis; {@code clock} is the one package that may make a clock */
    public static Stream<ArchRule> rules() {
        return Stream.of(
                Arrows.leadOutOfTheChassisToNoBusiness(),
                Arrows.betweenFeaturesGoOneWay(ROOT),
                Threads.areOfThePlatform(ROOT),
                Time.isGiven(ROOT, java.util.List.of(ROOT + ".clock")));
    }
}
