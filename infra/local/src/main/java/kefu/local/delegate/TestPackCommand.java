package kefu.local.delegate;

import java.util.List;
import java.util.concurrent.Callable;
import kefu.local.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code kefu test-pack}: Check a pack and hold its conversations. */
@Command(name = "test-pack", description = "Check a pack and hold its conversations.")
public final class TestPackCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        return FunctionMain.run(Function.ROUTING, "kefu.routing.pack.TestPack", arguments);
    }
}
