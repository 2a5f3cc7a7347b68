package kefu.inference;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kefu.testing.house.House;
import kefu.testing.house.KeepsTheRules;

class ArchitectureTest implements KeepsTheRules {
    private final House house = House.of("kefu.inference")
            .concept("text", "com.github.houbb..", "com.fasterxml.jackson.core..")
            .concept("file")
            .concept("heads")
            .concept("entities", "jakarta.enterprise.context..")
            .useCase("training")
            .adapter("encoder.onnx")
            .adapter("encoder.pytorch")
            .main("bench")
            .main("training");

    @Override
    public JavaClasses classes() {
        return house.classes();
    }

    @Override
    public Stream<ArchRule> rules() {
        return house.rules();
    }
}
