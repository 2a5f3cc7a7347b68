package kefu.local.chat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Scanner;
import java.util.concurrent.Callable;
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
            "Talk to the running Kefu. Where options are shown, answer with a number or in your own words.",
            "An empty line or the end of the input ends it."
        })
public final class ChatCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--customer", paramLabel = "ID", description = "Be this customer, signed in (default: anonymous)")
    private String customer;

    @Option(names = "--product", paramLabel = "ID", description = "Look at this product's page")
    private String product;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "zh or en (default: as you write)")
    private String language;

    public ChatCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var home = homeOption.home();
        var token = customer == null
                ? ""
                : new Tokens(new Secrets(home.keys()), clock).token(customer, Role.CUSTOMER, Tokens.LIFE);
        var wish = new LinkedHashMap<String, Object>();
        if (language != null) wish.put("language", language);
        if (product != null) wish.put("context", java.util.Map.of("page", "product", "productId", product));
        var chat = TerminalChat.start(Api.of(Ports.of(home).url(Function.ROUTING), token), wish);
        var input = new Scanner(System.in);
        while (true) {
            System.out.print("> ");
            System.out.flush();
            if (!input.hasNextLine()) return 0;
            var line = input.nextLine().strip();
            if (line.isEmpty()) return 0;
            chat.say(line).forEach(System.out::println);
        }
    }
}
