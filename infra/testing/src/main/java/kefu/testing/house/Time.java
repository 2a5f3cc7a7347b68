package kefu.testing.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.List;

/** The time of day comes from an injected clock. How long something took may be measured by {@code System.nanoTime}. */
final class Time {
    private Time() {}

    /** @param mains packages of programs, which make their own clock */
    static ArchRule isGiven(String root, List<String> mains) {
        var programs =
                resideInAnyPackage(mains.stream().map(name -> name + "..").toArray(String[]::new));
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(DescribedPredicate.not(programs))
                .should()
                .callCodeUnitWhere(describe("it takes the time from the machine", Time::takesTime))
                .as("time is given in " + root);
    }

    private static boolean takesTime(JavaCall<?> call) {
        var target = call.getTarget();
        var owner = target.getOwner();
        var parameters = target.getRawParameterTypes();
        return switch (target.getName()) {
            case "now" ->
                owner.getPackageName().startsWith("java.time")
                        && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "systemUTC", "systemDefaultZone", "system" -> owner.isEquivalentTo(Clock.class);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" -> owner.isEquivalentTo(Date.class) && parameters.isEmpty();
            default -> false;
        };
    }
}
