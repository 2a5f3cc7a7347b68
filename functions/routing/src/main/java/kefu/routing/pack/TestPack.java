package kefu.routing.pack;

import java.util.List;

/**
 * {@code kefu test-pack}: reads a pack, a folder or the name of a built-in one, says what is wrong with it, and draws it.
 * Its conversations are held by a routing that runs: see {@code kefu.routing.packtest}.
 */
public final class TestPack {
    private static final String USAGE = """
            Usage: ./kefu test-pack [PACK] [--diagram]
            Reads a pack, says what is wrong with it by file and line, and holds the conversations of its tests.yml.
              PACK       a folder with a pack's files, or the name of a built-in pack (default: ecommerce)
              --diagram  draw the pack as a Mermaid flowchart instead
            Exit status: 0 all as expected, 1 mistakes or expectations not met, 2 it could not be tried.""";

    private TestPack() {}

    public static void main(String[] arguments) {
        var given = List.of(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            System.out.println(USAGE);
            return;
        }
        var names = given.stream().filter(argument -> !argument.startsWith("-")).toList();
        boolean diagram = given.contains("--diagram");
        if (names.size() > 1 || given.size() - names.size() > (diagram ? 1 : 0)) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            var pack = PackSource.of(names.isEmpty() ? "ecommerce" : names.getFirst())
                    .loadToTest();
            System.out.print(diagram ? new PackDiagram(pack).draw() : about(pack));
        } catch (PackProblem problem) {
            problem.mistakes().forEach(System.err::println);
            System.exit(1);
        }
    }

    private static String about(Pack pack) {
        return "%s %s is sound: %d intents, %d flows, %d slots, %d replies in %s%n%s"
                .formatted(
                        pack.name(),
                        pack.version(),
                        pack.intents().size(),
                        pack.flows().size(),
                        pack.slots().size(),
                        pack.replies().size(),
                        pack.languages(),
                        pack.files().containsKey("tests") ? "" : "It has no tests.yml: no conversations to hold.\n");
    }
}
