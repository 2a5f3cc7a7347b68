package kefu.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The classes of one build of a function, or of the broker, as one JDK keeps them, loaded and linked (JEP 483): a start that finds them in
 * one file need not read them out of jars. Its name says for what it was recorded; any other is of no use.
 *
 * @param folder where caches are kept
 * @param jdk the JDK's version and build
 * @param build a digest of the jars
 */
public record ClassCache(Path folder, String part, String jdk, String build) {
    private static final String ENDING = ".aot";

    /** @return the cache for these jars on the JDK that runs this program, whether it has been recorded or not */
    public static ClassCache of(String part, Path jars, Path folder) {
        return new ClassCache(
                folder, part, Runtime.version().toString().replaceAll("[^0-9A-Za-z.+]", "-"), digest(jars));
    }

    public Path file() {
        return folder.resolve(prefix() + jdk + "-" + build + ENDING);
    }

    public boolean isThere() {
        return Files.exists(file());
    }

    /** @return why those that are there do not serve, when there are any and none serves */
    public Optional<String> misfit() {
        var others = others();
        if (isThere() || others.isEmpty()) return Optional.empty();
        var otherJdk = others.stream().anyMatch(file -> name(file).endsWith("-" + build + ENDING));
        return Optional.of("its class cache was recorded for another " + (otherJdk ? "JDK" : "build"));
    }

    /** Takes what was recorded, and forgets those of other builds. */
    public void keep(Path recorded) throws IOException {
        Files.createDirectories(folder);
        Files.move(recorded, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        for (var other : others()) Files.deleteIfExists(other);
    }

    private List<Path> others() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file ->
                            name(file).startsWith(prefix()) && name(file).endsWith(ENDING))
                    .filter(file -> !file.equals(file()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String prefix() {
        return part + "-";
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** The JVM compares size and time of each jar, too: what it would refuse must not look as if it would serve. */
    private static String digest(Path jars) {
        try (var files = Files.walk(jars)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var jar :
                    files.filter(file -> name(file).endsWith(".jar")).sorted().toList()) {
                var line = jars.relativize(jar) + " " + Files.size(jar) + " "
                        + Files.getLastModifiedTime(jar).toMillis() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
