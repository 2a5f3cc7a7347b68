package kefu.routing.understanding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kefu.model.understanding.UnderstandRequest;
import kefu.model.understanding.UnderstandRequest.Earlier;
import kefu.model.understanding.Understanding;
import kefu.routing.pack.Pack;
import org.jboss.logging.Logger;

/** Says what an utterance means, whatever happens. */
@ApplicationScoped
public class Understander {
    private static final Logger LOG = Logger.getLogger(Understander.class);

    private final InferenceClient inference;
    private final LexicalFallbacks fallbacks;

    Understander(InferenceClient inference, LexicalFallbacks fallbacks) {
        this.inference = inference;
        this.fallbacks = fallbacks;
    }

    /** @param degraded whether the fallback answered because inference could not */
    public record Understood(Understanding understanding, boolean degraded) {}

    /** @param history earlier turns, oldest first */
    public Understood understand(String text, String language, List<Earlier> history, Pack pack) {
        try {
            return new Understood(
                    told(pack, text, inference.understand(new UnderstandRequest(text, language, history))), false);
        } catch (RuntimeException e) {
            LOG.debugf("Inference is away: %s", e.getMessage());
            return new Understood(told(pack, text, fallbacks.of(pack).understand(text)), true);
        }
    }

    /** Some words mean an intent whatever they are taken for. */
    private static Understanding told(Pack pack, String text, Understanding understood) {
        return pack.meant(understood.intent(), text)
                .map(understood::toldByWords)
                .orElse(understood);
    }
}
