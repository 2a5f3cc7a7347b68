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

/** {@code kefu test-pack}. */
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
        return new FunctionMain(Function.ROUTING, "kefu.routing.pack.TestPack").run(homeOption.home(), arguments);
    }
}
