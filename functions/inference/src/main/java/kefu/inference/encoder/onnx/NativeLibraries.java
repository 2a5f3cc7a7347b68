package kefu.inference.encoder.onnx;

import ai.djl.util.Utils;
import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * ONNX Runtime's native libraries, kept unpacked where DJL keeps its own: by itself it unpacks 20 MB at every start, and
 * leaves them behind when it is killed.
 */
final class NativeLibraries {
    private static final String SETTING = "onnxruntime.native.path";
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /** Before ONNX Runtime's first use; where it has none for this platform, it says so itself then. */
    static synchronized void unpack() {
        if (System.getProperty(SETTING) != null) return;
        List<URL> libraries = NAMES.stream().map(NativeLibraries::library).toList();
        if (libraries.contains(null)) return;
        try {
            Path folder = Utils.getCacheDir().resolve("onnxruntime").resolve(version(libraries.getFirst()));
            Files.createDirectories(folder);
            for (URL library : libraries) unpack(library, folder);
            System.setProperty(SETTING, folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("ONNX Runtime's native libraries cannot be unpacked", e);
        }
    }

    /** It has its name once it is whole: another process may look for it meanwhile. */
    private static void unpack(URL library, Path folder) throws IOException {
        String name = library.getPath().substring(library.getPath().lastIndexOf('/') + 1);
        if (Files.exists(folder.resolve(name))) return;
        Path part = Files.createTempFile(folder, name, "");
        try (InputStream in = library.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** @return null where there is none */
    private static URL library(String name) {
        return OrtEnvironment.class.getResource(
                "/ai/onnxruntime/native/" + platform() + "/" + System.mapLibraryName(name));
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        String name = system.startsWith("windows") ? "win" : system.startsWith("mac") ? "osx" : "linux";
        return name + "-" + (processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
    }

    /** The jar's name has the version. */
    private static String version(URL library) {
        String jar = library.getPath().replaceAll("\\.jar!.*", "");
        return jar.substring(jar.lastIndexOf('/') + 1);
    }
}
