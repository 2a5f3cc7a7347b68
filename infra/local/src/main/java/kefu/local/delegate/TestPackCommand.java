package kefu.local.delegate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kefu.local.function.Function;
import kefu.local.home.HomeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** {@code kefu test-pack}: first whether the pack is sound, then its conversations, in a routing of their own. */
@Command(
        name = "test-pack",
        description = "Validate a pack and hold its own test conversations. Its options: ./kefu test-pack -h",
        mixinStandardHelpOptions = false)
public final class TestPackCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = homeOption.home();
        int sound = new FunctionMain(Function.ROUTING, "kefu.routing.pack.TestPack").run(home, arguments);
        if (sound != 0 || arguments.stream().anyMatch(argument -> argument.startsWith("-"))) return sound;
        return new PackTests(home).hold(arguments.isEmpty() ? "ecommerce" : arguments.getFirst());
    }
}
