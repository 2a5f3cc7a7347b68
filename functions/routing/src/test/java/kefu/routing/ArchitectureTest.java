package kefu.routing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kefu.testing.house.House;
import kefu.testing.house.KeepsTheRules;

class ArchitectureTest implements KeepsTheRules {
    private final House house = House.of("kefu.routing")
            .concept("text", "com.github.houbb..")
            .concept("context")
            .concept("store.rules")
            .concept("reviews.opinion", "com.fasterxml.jackson..")
            .useCase("dialogue")
            .useCase("pack")
            .adapter("understanding")
            .adapter("profile")
            .adapter("recommendation");

    @Override
    public JavaClasses classes() {
        return house.classes();
    }

    @Override
    public Stream<ArchRule> rules() {
        return house.rules();
    }
}
