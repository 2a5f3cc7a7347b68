package kefu.inference.models;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kefu.chassis.problem.Problem;
import kefu.inference.heads.Features;
import kefu.inference.heads.History;
import kefu.inference.heads.ModelProblem;
import org.jboss.logging.Logger;

/**
 * The models that serve. They load beside the start, each followed by a pass that warms it up; until then the function
 * is alive but not ready, and says so. A model is swapped for another between two requests: each keeps what it began with.
 */
@ApplicationScoped
public class Models {
    /** The languages there are models for. */
    static final List<String> LANGUAGES = List.of("en", "zh");

    private static final Logger LOG = Logger.getLogger(Models.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(8);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final InferenceConfig config;
    private final ModelFolder folder;
    private final LoadedEncoders encoders;
    private final Map<String, Share> shares = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final List<Thread> engineWork = new ArrayList<>();

    Models(InferenceConfig config, MeterRegistry meters) {
        this.config = config;
        this.folder = new ModelFolder(config.models());
        this.encoders = new LoadedEncoders(config, meters);
    }

    void start(@Observes StartupEvent event) {
        List<Thread> loading = LANGUAGES.stream()
                .map(language ->
                        Thread.ofPlatform().name("load-" + language).daemon().start(() -> load(language)))
                .toList();
        engineWork.addAll(loading);
        if (config.encoder().prepared().isPresent())
            engineWork.add(Thread.ofPlatform().name("keep-encoders").daemon().start(() -> keep(loading)));
    }

    /** Waits a while for engines that still load, or keep what they have loaded: a process that ends under them crashes. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        encoders.close();
        long until = System.nanoTime() + LONGEST_END.toNanos();
        for (Thread work : engineWork) work.join(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
    }

    private void load(String language) {
        long begun = System.nanoTime();
        try {
            encoders.check();
            ModelFolder.Loaded file = folder.first(language).orElseGet(() -> folder.bundledModel(language));
            long read = System.nanoTime();
            Serving loaded = ready(file);
            Share share = Share.of(loaded);
            shares.put(language, canary(language, share));
            LOG.infof(
                    "%s serves %s, ready after %d ms, %d of them for its file",
                    loaded.servedBy(), language, (System.nanoTime() - begun) / 1_000_000, (read - begun) / 1_000_000);
            prepareForTypos(loaded);
        } catch (RuntimeException e) {
            failures.put(language, String.valueOf(e.getMessage()));
            LOG.errorf(e, "Model for %s cannot be loaded", language);
        }
    }

    private void keep(List<Thread> loading) {
        try {
            for (Thread thread : loading) thread.join();
            encoders.keep();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Share canary(String language, Share share) {
        InferenceConfig.Canary canary = config.canary().get(language);
        if (canary == null) return share;
        try {
            Serving next = ready(folder.read(ModelId.parse(canary.model())));
            prepareForTypos(next);
            return share.withCanary(next, canary.percent());
        } catch (RuntimeException e) {
            LOG.errorf("Canary %s cannot be loaded, %s serves alone: %s", canary.model(), language, e.getMessage());
            return share;
        }
    }

    /** Reads what a model needs at the first typo: beside its first answers, which seldom have one. */
    private static void prepareForTypos(Serving serving) {
        serving.model().space().spellingCorrected("wramup");
    }

    /** A model that has answered once has all that it needs. */
    private Serving ready(ModelFolder.Loaded loaded) {
        var model = loaded.model();
        var serving = new Serving(
                model,
                loaded.checksum(),
                model.about()
                        .encoder()
                        .flatMap(name -> encoders.get(model.about().language(), name, loaded.folder())));
        float[] vector =
                serving.encoder().map(e -> e.encode(List.of("warm up"))[0]).orElse(new float[0]);
        Features features = model.space().features("warm up", vector);
        try {
            model.intent("warm up", features, History.NONE);
        } catch (RuntimeException e) {
            throw new ModelProblem("model " + ModelId.of(serving) + " cannot answer: " + e.getMessage(), e);
        }
        return serving;
    }

    /**
     * Lets a model serve its language from the next request on.
     *
     * @param percent of the requests; below 100 the model that serves stays and this one is the canary beside it, at 0 it
     *     is loaded for requests that name it
     * @return whether a restart will find it again
     * @throws ModelProblem when the model cannot be used; what serves goes on serving
     */
    boolean activate(ModelFolder.Loaded loaded, int percent) {
        Serving next = ready(loaded);
        if (config.encoder().enabled() && next.encoder().isEmpty())
            loaded.model().about().encoder().ifPresent(name -> {
                throw new ModelProblem(
                        "the encoder " + name + ", which the model was trained beside, cannot be loaded");
            });
        String language = next.language();
        if (!LANGUAGES.contains(language)) throw new ModelProblem("there is no language " + language + " here");
        prepareForTypos(next);
        shares.compute(language, (_, share) -> {
            if (share == null) return Share.of(next);
            return percent == 100 ? share.withMain(next) : share.withCanary(next, percent);
        });
        failures.remove(language);
        LOG.infof("%s serves %d %% of %s", ModelId.of(next), percent, language);
        return percent == 100 && folder.remember(language, ModelId.of(next));
    }

    ModelFolder folder() {
        return folder;
    }

    /**
     * @param header names of models that are to answer, {@code name@version}; null or empty to leave it to the shares
     * @return the models of one request
     * @throws kefu.chassis.problem.ProblemException 404 when a named model is not loaded
     */
    public Choice choose(String header) {
        // Multiples of the golden ratio spread evenly: a share is kept exactly however few requests there are.
        double draw = requests.getAndIncrement() * GOLDEN % 1;
        return new Choice(Map.copyOf(shares), ModelId.all(header), draw).check();
    }

    /** @return a loaded model @param version empty for the one that serves */
    public Optional<Serving> named(String name, Optional<String> version) {
        return shares.values().stream()
                .flatMap(share -> share.all().stream())
                .filter(s -> s.name().equals(name))
                .filter(s -> version.isEmpty()
                        || version.get().equals(s.model().about().version()))
                .findFirst();
    }

    /**
     * Encodes texts among those of other requests.
     *
     * @param texts normalised
     * @return one vector each, of length 0 where there is no encoder
     * @throws kefu.chassis.problem.ProblemException 429 when too many texts wait already
     */
    public List<float[]> encode(Serving serving, List<String> texts, Leaving caller) {
        if (serving.encoder().isEmpty())
            return texts.stream().map(_ -> new float[0]).toList();
        var vectors = encoders.encode(serving.encoder().get(), texts);
        caller.then(() -> vectors.forEach(v -> v.cancel(false)));
        try {
            return vectors.stream().map(CompletableFuture::join).toList();
        } catch (CancellationException e) {
            throw Problem.of(499, "gone", "The caller has gone", "Nobody waits for this answer.")
                    .asException();
        }
    }

    /** @return who serves, by language */
    public Map<String, Serving> all() {
        Map<String, Serving> all = new TreeMap<>();
        shares.forEach((language, share) -> all.put(language, share.main()));
        return all;
    }

    Map<String, Share> shares() {
        return new TreeMap<>(shares);
    }

    /** @return why this function is not ready; empty when it is */
    public Optional<Map<String, String>> missing() {
        Map<String, String> missing = new TreeMap<>();
        for (String language : LANGUAGES)
            if (!shares.containsKey(language)) missing.put(language, failures.getOrDefault(language, "is loading"));
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
    }
}
