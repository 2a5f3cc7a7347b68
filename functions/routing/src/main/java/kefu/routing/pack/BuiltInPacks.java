package kefu.routing.pack;

import java.util.Map;

/**
 * The packs that come with Kefu. They are read when this class is initialised, which a native executable has behind it when
 * it starts: GraalVM keeps them in the image, and a mistake in one keeps it from being built.
 */
final class BuiltInPacks {
    private static final Map<String, Pack> ALL =
            Map.of("ecommerce", PackSource.builtIn("ecommerce").load());

    private BuiltInPacks() {}

    /** @throws PackProblem for a name that none of them has */
    static Pack named(String name) {
        var pack = ALL.get(name);
        return pack == null ? PackSource.builtIn(name).load() : pack;
    }
}
