package kefu.testing.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How one function is built. Names of packages are relative to the function's root. */
public final class House {
    private final String root;
    private final List<Concept> concepts = new ArrayList<>();
    private final List<String> useCases = new ArrayList<>();
    private final List<String> adapters = new ArrayList<>();
    private final List<String> mains = new ArrayList<>();

    private House(String root) {
        this.root = root;
    }

    /** @param libraries what it may know besides the JDK and the shared model */
    record Concept(String name, List<String> libraries) {}

    /** @param root the function's root package, such as {@code kefu.routing} */
    public static House of(String root) {
        return new House(root);
    }

    /**
     * Pure records and functions. Concepts are named from the bottom up: one may know those that were named before it.
     *
     * @param libraries packages of libraries that it may know, such as {@code com.fasterxml.jackson.annotation..}
     */
    public House concept(String name, String... libraries) {
        concepts.add(new Concept(name, List.of(libraries)));
        return this;
    }

    /** A package that decides and leaves HTTP, Kafka and SQL to others. */
    public House useCase(String name) {
        useCases.add(name);
        return this;
    }

    /** A package that stands for one technology or one neighbour. */
    public House adapter(String name) {
        adapters.add(name);
        return this;
    }

    /** A package of programs that make their own parts, the clock too. */
    public House main(String name) {
        mains.add(name);
        return this;
    }

    /** @return the function's own classes, without its tests */
    public JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    /** @return all rules that hold for this function */
    public Stream<ArchRule> rules() {
        var rules = Stream.<ArchRule>builder();
        rules.add(Arrows.betweenFeaturesGoOneWay(root));
        rules.add(Arrows.leadToNoOtherFunction(root));
        rules.add(Arrows.betweenEndpointsAreNone(root));
        if (adapters.size() > 1) rules.add(Arrows.betweenAdaptersAreNone(packages(adapters)));
        rules.add(Time.isGiven(root, packages(mains)));
        rules.add(Threads.areOfThePlatform(root));
        for (int i = 0; i < concepts.size(); i++)
            rules.add(Concepts.arePure(root, concepts.get(i), concepts.subList(0, i)));
        useCases.forEach(name -> rules.add(Concepts.knowNoTechnology(root + "." + name)));
        return rules.build();
    }

    private List<String> packages(List<String> names) {
        return names.stream().map(name -> root + "." + name).toList();
    }
}
