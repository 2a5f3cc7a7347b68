package kefu.recommendation;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kefu.testing.house.House;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final House HOUSE = House.of("kefu.recommendation")
            .concept("model.behaviour")
            .concept("model.content")
            .concept("model");
    private static final JavaClasses CLASSES = HOUSE.classes();

    static Stream<ArchRule> rules() {
        return HOUSE.rules();
    }

    @ParameterizedTest
    @MethodSource
    void rules(ArchRule rule) {
        rule.check(CLASSES);
    }
}
