package kefu.inference.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedTest {
    @TempDir
    private Path folder;

    /** Is ready at the third question. */
    public static final class Ready {
        private static int asked;

        public static void main(String[] arguments) throws IOException {
            int port = Integer.getInteger("quarkus.http.port");
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(++asked < 3 ? 503 : 200, -1);
                exchange.close();
            });
            server.start();
        }
    }

    /** Says why, and ends. */
    public static final class Broken {
        public static void main(String[] arguments) {
            System.out.println("no model for " + System.getProperty("kefu.inference.encoder.threads") + " threads");
        }
    }

    @Test
    void whatIsReadyCanBeAskedUntilItIsClosed() throws IOException, InterruptedException {
        String url;
        try (Served served = Served.start(jar(Ready.class), 2)) {
            url = served.url();
            assertThat(URI.create(url).toURL().openStream().readAllBytes()).isEmpty();
        }
        assertThatThrownBy(() -> URI.create(url).toURL().openStream()).isInstanceOf(IOException.class);
    }

    @Test
    void whatEndsBeforeItIsReadySaysWhy() throws IOException {
        Path jar = jar(Broken.class);
        assertThatThrownBy(() -> Served.start(jar, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not become ready")
                .hasMessageContaining("no model for 2 threads");
    }

    @Test
    void withoutThePackageItSaysWhatIsMissing() {
        assertThatThrownBy(() -> Served.start(2)).hasMessageContaining("not packaged");
    }

    private Path jar(Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        Path file = folder.resolve("run.jar");
        String name = main.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream in = main.getResourceAsStream("/" + name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
        return file;
    }
}
