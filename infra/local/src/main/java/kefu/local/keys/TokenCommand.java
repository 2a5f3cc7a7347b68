package kefu.local.keys;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import kefu.local.home.HomeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kefu token}. */
@Command(
        name = "token",
        description = "Print a bearer token for the local Kefu.",
        footer = {
            "",
            "Example: curl -H \"Authorization: Bearer $(./kefu token --role admin)\" localhost:8080/v1/handoffs"
        })
public final class TokenCommand implements Runnable {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--role", defaultValue = "CUSTOMER", description = "${COMPLETION-CANDIDATES} (default: customer)")
    private Role role;

    @Option(names = "--customer", paramLabel = "ID", description = "Whose token, for the role customer (default: c-1)")
    private String customer;

    @Option(names = "--name", description = "The name of an agent, analyst, editor or admin (default: the role's)")
    private String name;

    @Option(names = "--days", defaultValue = "365", description = "How long it serves (default: 365)")
    private int days;

    public TokenCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        if (role != Role.CUSTOMER && customer != null)
            throw new ParameterException(spec.commandLine(), "--customer goes with --role customer alone");
        if (role == Role.CUSTOMER && name != null)
            throw new ParameterException(spec.commandLine(), "--name does not go with --role customer; see --customer");
        if (days < 1) throw new ParameterException(spec.commandLine(), "--days must be at least 1");
        PrintWriter out = spec.commandLine().getOut();
        out.println(new Tokens(new Secrets(home.home().keys()), clock).token(subject(), role, Duration.ofDays(days)));
        out.flush();
    }

    private String subject() {
        if (role == Role.CUSTOMER) return customer == null ? Tokens.DEMO_CUSTOMER : customer;
        return name == null ? role.label() : name;
    }
}
