package kefu.routing.conversation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import kefu.model.understanding.UnderstandRequest;
import kefu.routing.peer.Refused;
import kefu.routing.profile.Profiles;
import kefu.routing.recommendation.Recommender;
import kefu.routing.understanding.InferenceClient;

/** Asks each function once, as soon as it is there, so that no customer waits for what only a first call needs. */
@ApplicationScoped
class FirstCalls {
    /** Longer than a function is left alone after it failed. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final InferenceClient inference;
    private final Profiles profiles;
    private final Recommender recommender;
    private volatile List<Thread> threads = List.of();

    FirstCalls(InferenceClient inference, Profiles profiles, Recommender recommender) {
        this.inference = inference;
        this.profiles = profiles;
        this.recommender = recommender;
    }

    void start(@Observes StartupEvent event) {
        threads = List.of(
                until("first-understanding", this::understands),
                until("first-profile", profiles::areThere),
                until("first-recommendation", recommender::isThere));
    }

    void stop(@Observes ShutdownEvent event) {
        threads.forEach(Thread::interrupt);
    }

    private boolean understands() {
        try {
            inference.understand(new UnderstandRequest("hello 你好", null, List.of()));
            return true;
        } catch (Refused answered) {
            return true;
        } catch (RuntimeException notThereYet) {
            return false;
        }
    }

    private static Thread until(String name, BooleanSupplier answered) {
        return Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                while (!answered.getAsBoolean()) Thread.sleep(PAUSE);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
