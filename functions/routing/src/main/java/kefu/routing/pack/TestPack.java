package kefu.routing.pack;

import java.nio.file.Files;
import java.nio.file.Path;

/** {@code kefu test-pack PACK}: reads a pack, a folder or the name of a built-in one, and says what is wrong with it. */
public final class TestPack {
    private TestPack() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            System.out.println(
                    "Usage: kefu test-pack PACK\nPACK is a folder with a pack's files, or the name of a built-in pack.");
            System.exit(arguments.length == 1 && arguments[0].equals("--help") ? 0 : 2);
        }
        var folder = Path.of(arguments[0]);
        try {
            var source = Files.isDirectory(folder) ? PackSource.folder(folder) : PackSource.builtIn(arguments[0]);
            var pack = source.load();
            System.out.printf(
                    "%s %s is sound: %d intents, %d flows, %d slots, %d replies in %s%n",
                    pack.name(),
                    pack.version(),
                    pack.intents().size(),
                    pack.flows().size(),
                    pack.slots().size(),
                    pack.replies().size(),
                    pack.languages());
        } catch (PackProblem problem) {
            problem.mistakes().forEach(System.err::println);
            System.exit(1);
        }
    }
}
