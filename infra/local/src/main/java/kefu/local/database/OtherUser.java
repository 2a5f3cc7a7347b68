package kefu.local.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kefu.local.UserError;

/** PostgreSQL refuses to run as root, so root runs it as nobody. */
sealed interface OtherUser {
    /** @return what goes before each of PostgreSQL's commands */
    List<String> prefix();

    /** Makes the folder one that the server may write. */
    void own(Path folder) throws IOException;

    /** An ordinary user stays who they are. */
    record Same() implements OtherUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void own(Path folder) {}
    }

    /** In a user namespace of its own root is nobody, and root's files are its own: nothing changes outside. */
    record Namespace() implements OtherUser {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "--user");
        }

        @Override
        public void own(Path folder) {}
    }

    /** Where namespaces are forbidden (many containers), the server's folders are given to nobody. */
    record Nobody(int id) implements OtherUser {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups");
        }

        @Override
        public void own(Path folder) throws IOException {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.toList()) {
                    Files.setAttribute(path, "unix:uid", id, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(path, "unix:gid", id, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    /** @param inside a folder the server must be able to enter */
    static OtherUser find(Path inside) throws IOException {
        if (new UnixSystem().getUid() != 0) return new Same();
        return find(inside, List.of(new Namespace(), new Nobody(65534)));
    }

    static OtherUser find(Path inside, List<OtherUser> candidates) throws IOException {
        for (var candidate : candidates) if (works(candidate, inside)) return candidate;
        throw new UserError("PostgreSQL does not run as root, and here it cannot run as anybody else: user namespaces"
                + " are forbidden, and the user nobody cannot enter " + inside + ".\nRun ./kefu as an ordinary user,"
                + " or choose a --home that everybody may enter, such as /var/tmp/kefu.");
    }

    private static boolean works(OtherUser user, Path inside) throws IOException {
        var command = new java.util.ArrayList<>(user.prefix());
        command.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0 && test -x \"$0\"", inside.toString()));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
