package kefu.local.up;

import kefu.local.function.Function;
import kefu.local.home.Home;
import kefu.local.home.Ports;

/** What one can do now, and where. */
final class Welcome {
    private Welcome() {}

    static String text(Home home, Ports ports) {
        return """
                  Storefront with the chat   %1$s/
                  The agent's desk           %1$s/agent
                  Live dashboard             %2$s/
                  API of each function       %1$s/q/openapi  (also on ports %3$d to %4$d)

                  Tokens, one for each role  %5$s/{customer,agent,analyst,editor,admin}.jwt
                  For another customer       ./kefu token --role customer --customer c-2
                  Chat here                  ./kefu chat
                  What runs, and its memory  ./kefu status
                  Logs                       %6$s
                """.formatted(
                        ports.url(Function.ROUTING),
                        ports.url(Function.ANALYTICS),
                        ports.of(Function.INFERENCE),
                        ports.of(Function.ANALYTICS),
                        home.tokens(),
                        home.logs());
    }
}
