package kefu.local.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import kefu.local.UserError;
import kefu.local.function.Function;
import kefu.local.home.HomeOption;
import kefu.local.home.Ports;
import kefu.local.http.Api;
import kefu.local.keys.Role;
import kefu.local.keys.Secrets;
import kefu.local.keys.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kefu chat}. */
@Command(
        name = "chat",
        description = {
            "Talk with the running Kefu in the terminal.",
            "A number chooses a numbered option (several: 1,3); an empty line or Ctrl-D ends."
        })
public final class ChatCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--customer", paramLabel = "ID", description = "Sign in as this customer (default: anonymous)")
    private String customer;

    @Option(names = "--language", description = "zh or en (default: the language you write in)")
    private String language;

    @Option(names = "--product", paramLabel = "ID", description = "The product page the customer looks at")
    private String product;

    public ChatCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var home = homeOption.home();
        var token = customer == null
                ? ""
                : new Tokens(new Secrets(home.keys()), clock).token(customer, Role.CUSTOMER, Duration.ofHours(12));
        var routing = Api.of(Ports.of(home).url(Function.ROUTING), token);
        if (product != null) checkSold(routing);
        var conversation = Conversation.start(routing, new Conversation.Wish(language, product));
        boolean terminal = System.console() != null && System.console().isTerminal();
        var input = new BufferedReader(
                new InputStreamReader(System.in, terminal ? System.console().charset() : StandardCharsets.UTF_8));
        while (true) {
            System.out.print("> ");
            System.out.flush();
            var line = input.readLine();
            if (line == null || line.isBlank()) break;
            if (!terminal) System.out.println(line);
            System.out.println(conversation.say(line.strip()));
        }
        System.out.println();
        return 0;
    }

    /** A page of no product would make every answer about it vague. */
    private void checkSold(Api routing) {
        var answer = routing.get("/v1/store/products/" + Api.segment(product));
        if (answer.status() == 404)
            throw new UserError("There is no product " + product + "; " + routing.url()
                    + "/v1/store/products lists those there are.");
    }
}
