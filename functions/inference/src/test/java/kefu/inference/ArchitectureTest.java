package kefu.inference;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import kefu.testing.house.House;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final House HOUSE = House.of("kefu.inference")
            .concept("text", "com.github.houbb..", "com.fasterxml.jackson.databind..")
            .concept("heads")
            .concept("entities", "jakarta.enterprise.context..")
            .useCase("training")
            .adapter("encoder.onnx")
            .adapter("encoder.pytorch")
            .main("bench")
            .main("training");
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
