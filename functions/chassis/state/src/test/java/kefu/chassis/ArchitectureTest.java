package kefu.chassis;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kefu.testing.house.Chassis;
import kefu.testing.house.KeepsTheRules;

/** Of the edge and of the state, which this module sees both. */
class ArchitectureTest implements KeepsTheRules {
    @Override
    public JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("kefu.chassis");
    }

    @Override
    public Stream<ArchRule> rules() {
        return Chassis.rules();
    }
}
