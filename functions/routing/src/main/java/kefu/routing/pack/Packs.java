package kefu.routing.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kefu.chassis.problem.Problem;

/** The packs that are loaded. A pack with a mistake keeps the function from starting: it says which. */
@ApplicationScoped
public class Packs {
    private final Map<String, Pack> packs = new LinkedHashMap<>();
    private final Optional<Pack> tested;

    Packs(PackConfig config) {
        for (var name : config.builtIn()) packs.put(name, builtIn(name));
        tested = config.test().map(pack -> PackSource.of(pack).loadToTest());
        tested.ifPresent(pack -> packs.put(pack.name(), pack));
        config.folder().ifPresent(folder -> {
            try (var folders = Files.list(folder)) {
                folders.filter(Files::isDirectory).forEach(found -> {
                    var pack = PackSource.folder(found).load();
                    packs.put(pack.name(), pack);
                });
            } catch (IOException e) {
                throw new UncheckedIOException("packs cannot be read from " + folder, e);
            }
        });
    }

    private static Pack builtIn(String name) {
        try {
            return BuiltInPacks.named(name);
        } catch (ExceptionInInitializerError e) {
            if (e.getCause() instanceof PackProblem problem) throw problem;
            throw e;
        }
    }

    /** @return the pack that is here for its tests */
    public Optional<Pack> tested() {
        return tested;
    }

    public Optional<Pack> find(String name) {
        return Optional.ofNullable(packs.get(name));
    }

    /** @throws kefu.chassis.problem.ProblemException 400 when there is no such pack; it names those there are */
    public Pack require(String name) {
        return find(name)
                .orElseThrow(
                        () -> Problem.badRequest("There is no pack " + name + "; there are " + packs.keySet() + ".")
                                .asException());
    }
}
