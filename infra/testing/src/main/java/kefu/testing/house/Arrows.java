package kefu.testing.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;

/** Which package may know which. */
final class Arrows {
    private static final Set<String> OF_ANY_EVENT = Set.of("kefu.model.event.Event", "kefu.model.event.DeadLetter");

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";

    private Arrows() {}

    static ArchRule betweenFeaturesGoOneWay(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** Functions share the model and the chassis, and nothing of each other. */
    static ArchRule leadToNoOtherFunction(String root) {
        var foreign = resideInAPackage("kefu..")
                .and(DescribedPredicate.not(resideInAPackage(root + ".."))
                        .and(DescribedPredicate.not(resideInAPackage("kefu.model..")))
                        .and(DescribedPredicate.not(resideInAPackage("kefu.chassis.."))));
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(foreign)
                .as(root + " knows nothing of other functions");
    }

    /** The chassis knows that there are events, and that some cannot be processed, and none of them. */
    static ArchRule leadOutOfTheChassisToNoBusiness() {
        var business = resideInAPackage("kefu..")
                .and(DescribedPredicate.not(resideInAPackage("kefu.chassis..")))
                .and(describe(
                        "are business",
                        type -> !OF_ANY_EVENT.contains(type.getName())
                                && !type.getPackageName().equals("kefu.model")));
        return noClasses()
                .that()
                .resideInAPackage("kefu.chassis..")
                .should()
                .dependOnClassesThat(business)
                .as("the chassis knows nothing of the business");
    }

    /** Who answers HTTP calls no other endpoint and no listener: what two of them need is a use case. */
    static ArchRule betweenEndpointsAreNone(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(describe("are endpoints", Arrows::isEndpoint))
                .should(new ArchCondition<>("call another endpoint") {
                    @Override
                    public void check(JavaClass endpoint, ConditionEvents events) {
                        endpoint.getDirectDependenciesFromSelf().stream()
                                .filter(arrow -> isEndpoint(arrow.getTargetClass())
                                        && !arrow.getTargetClass().isInterface()
                                        && !arrow.getTargetClass().equals(endpoint))
                                .map(Dependency::getDescription)
                                .forEach(text -> events.add(SimpleConditionEvent.satisfied(endpoint, text)));
                    }
                })
                .as("endpoints of " + root + " do not call each other");
    }

    static ArchRule betweenAdaptersAreNone(List<String> packages) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return packages.stream()
                                .filter(name -> (type.getPackageName() + ".").startsWith(name + "."))
                                .findFirst()
                                .map(SliceIdentifier::of)
                                .orElse(SliceIdentifier.ignore());
                    }

                    @Override
                    public String getDescription() {
                        return "the adapters " + packages;
                    }
                })
                .should()
                .notDependOnEachOther();
    }

    private static boolean isEndpoint(JavaClass type) {
        return type.isAnnotatedWith(PATH)
                || type.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith(PATH) || method.isAnnotatedWith(INCOMING));
    }
}
