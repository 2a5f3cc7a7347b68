package kefu.testing.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executors;

/**
 * A function runs on threads of the platform. In a native executable of GraalVM 25.0.2 a request on a virtual one was seen
 * to wait for ever, about once in thirty starts, with every carrier idle: its wake-up was lost.
 */
final class Threads {
    private Threads() {}

    static ArchRule areOfThePlatform(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callCodeUnitWhere(describe("it makes a virtual thread", Threads::makesVirtual))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(RunOn)?VirtualThreads?")
                .as("threads are of the platform in " + root);
    }

    private static boolean makesVirtual(JavaCall<?> call) {
        var owner = call.getTarget().getOwner();
        return switch (call.getTarget().getName()) {
            case "ofVirtual", "startVirtualThread" -> owner.isEquivalentTo(Thread.class);
            case "newVirtualThreadPerTaskExecutor" -> owner.isEquivalentTo(Executors.class);
            default -> false;
        };
    }
}
