package kefu.local.delegate;

import java.util.List;
import java.util.concurrent.Callable;
import kefu.local.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code kefu evaluate}: Evaluate the shop's own models with whole batches left out. */
@Command(name = "evaluate", description = "Evaluate the shop's own models with whole batches left out.")
public final class EvaluateCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        return FunctionMain.run(Function.INFERENCE, "kefu.inference.training.Evaluate", arguments);
    }
}
