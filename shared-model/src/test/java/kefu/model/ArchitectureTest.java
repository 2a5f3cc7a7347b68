package kefu.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kefu.model");

    @Test
    void theModelIsPlainJavaWithJacksonsAnnotations() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "kefu.model..", "com.fasterxml.jackson.annotation..")
                .check(MODEL);
    }

    @Test
    void itsPackagesKnowEachOtherOneWay() {
        slices().matching("kefu.model.(*)..").should().beFreeOfCycles().check(MODEL);
    }
}
