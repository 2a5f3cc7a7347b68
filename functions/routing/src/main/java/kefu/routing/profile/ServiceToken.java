package kefu.routing.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What routing shows other functions: a token with the role {@code agent}, from a file that the platform renews. */
@ApplicationScoped
class ServiceToken {
    private final Optional<Path> file;
    private volatile Read read = new Read("", 0);

    private record Read(String token, long modified) {}

    ServiceToken(@ConfigProperty(name = "kefu.service-token-file") Optional<Path> file) {
        this.file = file;
    }

    /** @return the header's value; null where no file is configured */
    String bearer() {
        if (file.isEmpty()) return null;
        try {
            long modified = Files.getLastModifiedTime(file.get()).toMillis();
            if (modified != read.modified())
                read = new Read(Files.readString(file.get()).strip(), modified);
            return "Bearer " + read.token();
        } catch (IOException e) {
            throw new UncheckedIOException("the service token cannot be read", e);
        }
    }
}
