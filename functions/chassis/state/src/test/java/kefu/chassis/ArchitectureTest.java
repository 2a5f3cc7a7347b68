package kefu.chassis;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kefu.testing.house.Chassis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of the edge and of the state, which this module sees both. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kefu.chassis");

    static Stream<ArchRule> rules() {
        return Chassis.rules();
    }

    @ParameterizedTest
    @MethodSource
    void rules(ArchRule rule) {
        rule.check(CLASSES);
    }
}
