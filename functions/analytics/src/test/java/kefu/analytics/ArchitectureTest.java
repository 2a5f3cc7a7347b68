package kefu.analytics;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kefu.testing.house.House;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final House HOUSE = House.of("kefu.analytics")
            .concept("tally", "com.fasterxml.jackson.annotation..", "io.quarkus.runtime.annotations..")
            .concept("count", "io.quarkus.runtime.annotations..", "kefu.chassis.privacy..")
            .adapter("stream")
            .adapter("alert");
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
