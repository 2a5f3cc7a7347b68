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

/** {@code kefu train}. */
@Command(
        name = "train",
        description = "Train a model on text,label files. Its options: ./kefu train -h",
        mixinStandardHelpOptions = false)
public final class TrainCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new FunctionMain(Function.INFERENCE, "kefu.inference.training.Train").run(homeOption.home(), arguments);
    }
}
