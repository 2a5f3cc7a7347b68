package kefu.testing.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A test of its own for each rule that some classes keep. */
public interface KeepsTheRules {
    JavaClasses classes();

    Stream<ArchRule> rules();

    @TestFactory
    default Stream<DynamicTest> keepsTheRules() {
        var classes = classes();
        return rules().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }
}
