package kefu.inference.models;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kefu.chassis.problem.Problem;
import kefu.chassis.problem.ProblemException;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderReference;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.Engines;
import org.jboss.logging.Logger;

/** The encoders, each loaded and warmed up once, whatever models share it, with the queue in front of it. */
final class LoadedEncoders implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LoadedEncoders.class);

    private final InferenceConfig config;
    private final EngineSettings settings;
    private final MeterRegistry meters;
    private final Map<String, Encoder> encoders = new ConcurrentHashMap<>();
    private final Map<Encoder, Batcher> batchers = new ConcurrentHashMap<>();
    private volatile boolean failed;
    private volatile boolean closed;

    LoadedEncoders(InferenceConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
        int threads = config.encoder().threads();
        this.settings = new EngineSettings(
                config.encoder().engine(),
                config.encoder().device(),
                config.encoder().precision(),
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                config.queue().mostPerPass(),
                config.encoder().prepared());
    }

    /** @throws IllegalStateException when a GPU is asked for and there is none to use */
    void check() {
        if (config.encoder().enabled()) Engines.check(settings);
    }

    /**
     * Keeps those that come with Kefu as the next start reads them fastest; begins with none once it is closed. What goes
     * wrong costs that start time only.
     */
    void keep() {
        for (Encoder encoder : batchers.keySet()) {
            if (closed) return;
            try {
                Engines.keep(encoder.files(), settings);
            } catch (RuntimeException e) {
                LOG.warnf("Encoder %s is not kept for the next start: %s", encoder.name(), e.getMessage());
            }
        }
        // One that could not be loaded today may be needed tomorrow.
        if (closed || failed || batchers.isEmpty()) return;
        try {
            Engines.keepOnly(batchers.keySet().stream().map(Encoder::name).collect(Collectors.toSet()), settings);
        } catch (RuntimeException e) {
            LOG.warn(e.getMessage());
        }
    }

    /**
     * @param name as a model names the encoder it was trained beside
     * @param beside the folder that the model's file lies in; empty for one that comes with Kefu
     * @return the encoder, warm; empty where there is none, and models serve by n-grams alone
     */
    Optional<Encoder> get(String language, String name, Optional<Path> beside) {
        if (closed || !config.encoder().enabled()) return Optional.empty();
        return Optional.ofNullable(encoders.computeIfAbsent(language + " " + name, _ -> open(language, name, beside)));
    }

    /** @return null when it cannot be loaded, which is tried again when it is asked for again */
    private Encoder open(String language, String name, Optional<Path> beside) {
        try {
            EncoderReference reference = EncoderReference.parse(name);
            EncoderFiles files = new FindEncoder(config, beside).files(language, reference);
            int tokens = config.encoder().mostTokens().orElse(reference.mostTokens());
            Encoder encoder = Engines.open(files, settings, tokens);
            encoder.encode(List.of("warm up", "热身"));
            batchers.put(encoder, batcher(encoder));
            return encoder;
        } catch (RuntimeException | LinkageError e) {
            LOG.errorf(e, "Encoder %s cannot be loaded; n-grams serve alone", name);
            failed = true;
            return null;
        }
    }

    private Batcher batcher(Encoder encoder) {
        String language = encoder.language();
        DistributionSummary sizes = DistributionSummary.builder("kefu.inference.pass.texts")
                .description("Texts taken at once for an encoder")
                .tag("language", language)
                .register(meters);
        Counter dropped = Counter.builder("kefu.inference.dropped")
                .description("Texts that waited for an encoder when their caller left")
                .tag("language", language)
                .register(meters);
        Batcher batcher = new Batcher(
                language,
                encoder::encode,
                config.queue().capacity(),
                config.queue().mostPerPass(),
                sizes::record,
                dropped::increment);
        Gauge.builder("kefu.inference.queue", batcher, Batcher::waiting)
                .description("Texts that wait for an encoder")
                .tag("language", language)
                .register(meters);
        return batcher;
    }

    /**
     * Encodes texts: one that comes alone on this thread, others among those of other requests.
     *
     * @return the vectors to come
     * @throws ProblemException 429 when too many texts wait already
     */
    List<CompletableFuture<float[]>> encode(Encoder encoder, List<String> texts) {
        Batcher batcher = batchers.get(encoder);
        // PyTorch keeps threads, and memory of a GPU, for each thread that calls it: its passes stay on one.
        if (texts.size() == 1 && encoder.engine().equals("onnx")) {
            Optional<CompletableFuture<float[]>> vector = batcher.atOnce(texts.getFirst());
            if (vector.isPresent()) return List.of(vector.get());
        }
        return batcher.submit(texts)
                .orElseThrow(() -> new ProblemException(
                        Problem.tooMany("Too many texts wait for the encoder. Try again in 1 s."),
                        Map.of("Retry-After", "1")));
    }

    @Override
    public void close() {
        closed = true;
        batchers.values().forEach(Batcher::close);
    }
}
