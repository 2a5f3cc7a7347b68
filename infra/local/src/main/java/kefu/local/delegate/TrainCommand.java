package kefu.local.delegate;

import java.util.List;
import java.util.concurrent.Callable;
import kefu.local.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code kefu train}: Train a classifier on a file of text,label. */
@Command(name = "train", description = "Train a classifier on a file of text,label.")
public final class TrainCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        return FunctionMain.run(Function.INFERENCE, "kefu.inference.training.Train", arguments);
    }
}
