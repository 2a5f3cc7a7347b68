package kefu.routing.packtest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kefu.routing.conversation.Conversations;
import kefu.routing.pack.Packs;

/**
 * Holds a pack's tests where {@code kefu.packs.test} asks for it, prints what was not met, and ends the process: 0 when
 * all was, 1 when something was not, 2 when they could not be held.
 */
@ApplicationScoped
class TestPackAtStart {
    private final Packs packs;
    private final HoldConversations hold;
    private final Conversations conversations;

    TestPackAtStart(Packs packs, HoldConversations hold, Conversations conversations) {
        this.packs = packs;
        this.hold = hold;
        this.conversations = conversations;
    }

    /** In a thread of its own: the start goes on, and only what has started can be ended. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        packs.tested().ifPresent(_ -> Thread.ofPlatform().name("test-pack").start(() -> Quarkus.asyncExit(run())));
    }

    private int run() {
        try {
            return test();
        } catch (RuntimeException e) {
            System.err.println("The tests could not be held: " + e);
            return 2;
        }
    }

    private int test() {
        if (QuarkusTransaction.requiringNew().call(conversations::count) > 0) {
            System.err.println("The tests of a pack want a database of their own; this one has conversations.");
            return 2;
        }
        var pack = packs.tested().orElseThrow();
        if (!pack.files().containsKey("tests")) return 0;
        var result = hold.hold(pack.name(), pack.file("tests"));
        result.mistakes().forEach(System.out::println);
        System.out.printf(
                "%d conversations with %d turns, %s%n",
                result.conversations(),
                result.turns(),
                result.mistakes().isEmpty()
                        ? "all as expected"
                        : result.mistakes().size() + " expectations not met");
        return result.mistakes().isEmpty() ? 0 : 1;
    }
}
