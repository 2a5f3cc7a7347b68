package kefu.analytics;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kefu.testing.house.House;
import kefu.testing.house.KeepsTheRules;

class ArchitectureTest implements KeepsTheRules {
    private final House house = House.of("kefu.analytics")
            .concept("tally", "com.fasterxml.jackson.annotation..", "io.quarkus.runtime.annotations..")
            .concept("count", "io.quarkus.runtime.annotations..", "kefu.chassis.privacy..")
            .adapter("stream")
            .adapter("alert");

    @Override
    public JavaClasses classes() {
        return house.classes();
    }

    @Override
    public Stream<ArchRule> rules() {
        return house.rules();
    }
}
