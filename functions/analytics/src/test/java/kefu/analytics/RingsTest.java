package kefu.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class RingsTest {
    private static final ArchRule CONCEPTS_KNOW_NO_TECHNOLOGY = noClasses()
            .that()
            .resideInAnyPackage("kefu.analytics.tally..", "kefu.analytics.count..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "jakarta.persistence..", "jakarta.ws..");

    private static final ArchRule ARROWS_GO_ONE_WAY = noClasses()
            .that()
            .resideInAnyPackage("kefu.analytics.tally..", "kefu.analytics.count..", "kefu.analytics.insight..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kefu.analytics.stream..", "kefu.analytics.alert..");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kefu.analytics");

    @Test
    void conceptsKnowNoTechnology() {
        CONCEPTS_KNOW_NO_TECHNOLOGY.check(OURS);
        assertThat(CONCEPTS_KNOW_NO_TECHNOLOGY.evaluate(seeded()).hasViolation())
                .isTrue();
    }

    @Test
    void arrowsGoOneWay() {
        ARROWS_GO_ONE_WAY.check(OURS);
        assertThat(ARROWS_GO_ONE_WAY.evaluate(seeded()).hasViolation()).isTrue();
    }

    private static JavaClasses seeded() {
        return new ClassFileImporter().importClasses(kefu.analytics.count.SeededViolation.class);
    }
}
