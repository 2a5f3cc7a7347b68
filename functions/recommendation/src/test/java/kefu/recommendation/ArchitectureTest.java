package kefu.recommendation;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kefu.testing.house.House;
import kefu.testing.house.KeepsTheRules;

class ArchitectureTest implements KeepsTheRules {
    private final House house = House.of("kefu.recommendation")
            .concept("model.behaviour")
            .concept("model.content")
            .concept("model");

    @Override
    public JavaClasses classes() {
        return house.classes();
    }

    @Override
    public Stream<ArchRule> rules() {
        return house.rules();
    }
}
