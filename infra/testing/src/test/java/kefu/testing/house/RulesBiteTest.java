package kefu.testing.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One seeded violation for each rule, in {@code kefu.seeded}, and the right way beside it, which is not reported. */
class RulesBiteTest {
    private static final String ROOT = "kefu.seeded";
    private static final JavaClasses SEEDED =
            new ClassFileImporter().importPackages(ROOT, "kefu.otherfunction", "kefu.chassis.seeded");

    @Test
    void featuresInACircle() {
        assertThat(violations(Arrows.betweenFeaturesGoOneWay(ROOT)))
                .anySatisfy(text -> assertThat(text).contains("Slice first", "Slice second"));
    }

    @Test
    void anArrowToAnotherFunction() {
        assertThat(violations(Arrows.leadToNoOtherFunction(ROOT)))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("KnowsAnotherFunction", "Foreign"));
    }

    @Test
    void anEndpointThatCallsAnother() {
        assertThat(violations(Arrows.betweenEndpointsAreNone(ROOT)))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("SecondResource", "FirstResource"));
    }

    @Test
    void anAdapterThatKnowsAnother() {
        var adapters = List.of(ROOT + ".adapter.one", ROOT + ".adapter.two");

        assertThat(violations(Arrows.betweenAdaptersAreNone(adapters)))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("One", "Two"));
    }

    @Test
    void timeTakenFromTheMachine() {
        assertThat(violations(Time.isGiven(ROOT, List.of())))
                .hasSize(4)
                .allSatisfy(text -> assertThat(text).contains("TakesTime"));
        assertThat(violations(Time.isGiven(ROOT, List.of(ROOT + ".lower")))).isEmpty();
    }

    @Test
    void aVirtualThread() {
        assertThat(violations(Threads.areOfThePlatform(ROOT)))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).contains("RunsOnVirtualThreads"))
                .anySatisfy(text -> assertThat(text).contains("annotated"))
                .noneSatisfy(text -> assertThat(text).contains("ofThePlatform"));
    }

    @Test
    void aConceptThatKnowsAFrameworkOrWhatIsAboveIt() {
        var lower = new House.Concept("lower", List.of());
        var concept = new House.Concept("concept", List.of());

        assertThat(violations(Concepts.arePure(ROOT, lower, List.of())))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("KnowsWhatIsAbove", "Idea"));
        assertThat(violations(Concepts.arePure(ROOT, concept, List.of(lower))))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("KnowsAFramework", "ApplicationScoped"));
        assertThat(violations(Concepts.arePure(
                        ROOT, new House.Concept("concept", List.of("jakarta.enterprise..")), List.of(lower))))
                .isEmpty();
    }

    @Test
    void aUseCaseThatKnowsATechnology() {
        assertThat(violations(Concepts.knowNoTechnology(ROOT + ".usecase")))
                .anySatisfy(text -> assertThat(text).contains("DecidesBySql", "java.sql.Connection"));
    }

    @Test
    void aChassisThatKnowsTheBusiness() {
        assertThat(violations(Arrows.leadOutOfTheChassisToNoBusiness()))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("KnowsTheBusiness", "kefu.model.shop.Order"));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.allowEmptyShould(true).evaluate(SEEDED).getFailureReport().getDetails();
    }
}
