package kefu.local.status;

import java.time.Duration;
import kefu.local.home.HomeOption;
import kefu.local.process.Ending;
import kefu.local.up.Leftovers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kefu down}. */
@Command(name = "down", description = "End everything that kefu up started. The data is kept.")
public final class DownCommand implements Runnable {
    /** Functions, broker and database are each given their time by the supervisor. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private HomeOption homeOption;

    @Override
    public void run() {
        var home = homeOption.home();
        var supervisor = home.pid("up").process();
        supervisor.ifPresent(process -> Ending.end(process, PATIENCE));
        home.pid("up").delete();
        var leftovers = Leftovers.end(home);
        home.ready().toFile().delete();
        if (supervisor.isEmpty() && leftovers.isEmpty()) System.out.println("Nothing runs in " + home.folder() + ".");
        else System.out.println("Ended everything; the data is kept in " + home.folder() + ".");
    }
}
