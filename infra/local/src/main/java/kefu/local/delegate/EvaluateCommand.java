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

/** {@code kefu evaluate}. */
@Command(
        name = "evaluate",
        description = "Measure a model on text,label files. Its options: ./kefu evaluate -h",
        mixinStandardHelpOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new FunctionMain(Function.INFERENCE, "kefu.inference.training.Evaluate")
                .run(homeOption.home(), arguments);
    }
}
