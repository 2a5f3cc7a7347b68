package kefu.testing.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** What the inner rings may know. */
final class Concepts {
    private static final String[] TECHNOLOGY = {
        "jakarta.persistence..",
        "jakarta.transaction..",
        "jakarta.ws.rs..",
        "java.net.http..",
        "java.sql..",
        "io.quarkus.hibernate..",
        "io.vertx..",
        "org.apache.kafka..",
        "org.eclipse.microprofile.reactive..",
        "org.eclipse.microprofile.rest..",
        "org.hibernate.."
    };

    private Concepts() {}

    /** A concept knows the JDK, the shared model, itself and the concepts below it. */
    static ArchRule arePure(String root, House.Concept concept, List<House.Concept> below) {
        var known = new ArrayList<>(List.of("java..", "kefu.model..", root + "." + concept.name() + ".."));
        below.forEach(lower -> known.add(root + "." + lower.name() + ".."));
        known.addAll(concept.libraries());
        return classes()
                .that()
                .resideInAPackage(root + "." + concept.name() + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known.toArray(String[]::new));
    }

    static ArchRule knowNoTechnology(String name) {
        return noClasses()
                .that()
                .resideInAPackage(name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .as(name + " knows no technology");
    }
}
