package kefu.routing.pack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which packs are served. */
@ConfigMapping(prefix = "kefu.packs")
interface PackConfig {
    /** Packs that come with Kefu and are to be loaded. */
    @WithDefault("ecommerce")
    List<String> builtIn();

    /** A folder with one folder per further pack; a pack of the same name replaces the built-in one. */
    Optional<Path> folder();

    /** A pack, a folder or a built-in one's name, whose tests are held at start; the process ends with them. */
    Optional<String> test();
}
