package kefu.recommendation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import kefu.recommendation.model.Bent;
import org.junit.jupiter.api.Test;

/** Holds the rings, and shows for each rule that it bites. */
class ArchitectureTest {
    private static final ArchRule CONCEPTS_ARE_PURE = classes()
            .that()
            .resideInAPackage("kefu.recommendation.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "kefu.model..", "kefu.recommendation.model..");

    private static final ArchRule TIME_IS_GIVEN = noClasses().should().callMethod(Instant.class, "now");

    private static final ArchRule FEATURES_DEPEND_ONE_WAY =
            slices().matching("kefu.recommendation.(*)..").should().beFreeOfCycles();

    private final JavaClasses own = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kefu.recommendation");

    @Test
    void theRulesHold() {
        assertThat(own).isNotEmpty();
        CONCEPTS_ARE_PURE.check(own);
        TIME_IS_GIVEN.check(own);
        FEATURES_DEPEND_ONE_WAY.check(own);
    }

    @Test
    void theRulesBite() {
        var bent = new ClassFileImporter().importClasses(Bent.class, kefu.recommendation.live.BentBack.class);
        assertThatThrownBy(() -> CONCEPTS_ARE_PURE.check(bent)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> TIME_IS_GIVEN.check(bent)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> FEATURES_DEPEND_ONE_WAY.check(bent)).isInstanceOf(AssertionError.class);
    }
}
