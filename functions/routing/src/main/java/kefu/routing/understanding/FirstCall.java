package kefu.routing.understanding;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import kefu.model.understanding.UnderstandRequest;

/** Asks inference once, as soon as it is there, so that no customer waits for what only a first call needs. */
@ApplicationScoped
class FirstCall {
    /** Longer than inference is left alone after it failed. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final int TRIES = 40;

    private final InferenceClient inference;
    private volatile Thread thread;

    FirstCall(InferenceClient inference) {
        this.inference = inference;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("first-call").start(this::ask);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void ask() {
        for (int i = 0; i < TRIES; i++) {
            try {
                inference.understand(new UnderstandRequest("hello 你好", null, List.of()));
                return;
            } catch (RuntimeException notThereYet) {
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }
}
