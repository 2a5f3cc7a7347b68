package kefu.profiling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final ArchRule PURE_CONCEPT = classes()
            .that()
            .resideInAPackage("kefu.profiling.profile..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "kefu.model..", "kefu.profiling.profile..");

    private static final ArchRule INJECTED_TIME =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC");

    private static final ArchRule ONE_WAY =
            slices().matching("kefu.profiling.(*)..").should().beFreeOfCycles();

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kefu.profiling");

    @Test
    void theProfileIsAPureFunction() {
        PURE_CONCEPT.check(ours);
    }

    @Test
    void timeIsInjected() {
        INJECTED_TIME.check(ours);
    }

    @Test
    void arrowsBetweenFeaturesGoOneWay() {
        ONE_WAY.check(ours);
    }

    @Test
    void aRuleBitesWhereTimeIsTaken() {
        var seeded = new ClassFileImporter().importClasses(TakesTime.class);

        assertThat(INJECTED_TIME.evaluate(seeded).hasViolation()).isTrue();
    }

    @Test
    void aRuleBitesWhereAConceptKnowsAFramework() {
        var seeded = new ClassFileImporter().importClasses(kefu.profiling.profile.KnowsAFramework.class);

        assertThat(PURE_CONCEPT.evaluate(seeded).hasViolation()).isTrue();
    }

    static final class TakesTime {
        Instant now() {
            return Instant.now();
        }
    }
}
