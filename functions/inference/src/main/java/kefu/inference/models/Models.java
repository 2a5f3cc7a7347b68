package kefu.inference.models;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kefu.chassis.problem.Problem;
import kefu.chassis.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * The models that serve. They load beside the start, each followed by a pass that warms it up; until then the function
 * is alive but not ready, and says so.
 */
@ApplicationScoped
public class Models {
    private static final Logger LOG = Logger.getLogger(Models.class);
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final InferenceConfig config;
    private final MeterRegistry meters;
    private final Map<String, Serving> serving = new ConcurrentHashMap<>();
    private final Map<String, Batcher> batchers = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    Models(InferenceConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("load-models").daemon().start(() -> LANGUAGES.forEach(this::load));
    }

    void stop(@Observes ShutdownEvent event) {
        batchers.values().forEach(Batcher::close);
    }

    private void load(String language) {
        long begun = System.nanoTime();
        try {
            Serving loaded = new LoadModel(config).load(language);
            loaded.encoder().ifPresent(encoder -> {
                encoder.encode(List.of("warm up", "热身"));
                batchers.put(language, batcher(language, loaded));
            });
            serving.put(language, loaded);
            LOG.infof(
                    "%s serves %s, ready after %d ms",
                    loaded.servedBy(), language, (System.nanoTime() - begun) / 1_000_000);
        } catch (RuntimeException e) {
            failures.put(language, String.valueOf(e.getMessage()));
            LOG.errorf(e, "Model for %s cannot be loaded", language);
        }
    }

    private Batcher batcher(String language, Serving loaded) {
        DistributionSummary sizes = DistributionSummary.builder("kefu.inference.pass.texts")
                .description("Texts in one pass of an encoder")
                .tag("language", language)
                .register(meters);
        Batcher batcher = new Batcher(
                language,
                texts -> loaded.encoder().orElseThrow().encode(texts),
                config.queue().capacity(),
                config.queue().mostPerPass(),
                sizes::record);
        Gauge.builder("kefu.inference.queue", batcher, Batcher::waiting)
                .description("Texts that wait for an encoder")
                .tag("language", language)
                .register(meters);
        return batcher;
    }

    /** @return what serves a language @throws ProblemException 503 while it is not loaded */
    public Serving serving(String language) {
        Serving found = serving.get(language);
        if (found == null)
            throw new ProblemException(
                    Problem.unavailable("The model for " + language + " is not loaded yet."),
                    Map.of("Retry-After", "2"));
        return found;
    }

    /**
     * Encodes texts among those of other requests.
     *
     * @param texts normalised
     * @return one vector each, of length 0 where there is no encoder
     * @throws ProblemException 429 when too many texts wait already
     */
    public List<float[]> encode(String language, List<String> texts) {
        Batcher batcher = batchers.get(language);
        if (batcher == null) return texts.stream().map(_ -> new float[0]).toList();
        return batcher
                .submit(texts)
                .orElseThrow(() -> new ProblemException(
                        Problem.tooMany("Too many texts wait for the encoder. Try again in 1 s."),
                        Map.of("Retry-After", "1")))
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** @return what serves, by language */
    public Map<String, Serving> all() {
        return new TreeMap<>(serving);
    }

    /** @return why this function is not ready; empty when it is */
    Optional<Map<String, String>> missing() {
        Map<String, String> missing = new TreeMap<>();
        for (String language : LANGUAGES)
            if (!serving.containsKey(language)) missing.put(language, failures.getOrDefault(language, "is loading"));
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
    }
}
