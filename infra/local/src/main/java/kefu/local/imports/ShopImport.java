package kefu.local.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kefu.local.UserError;
import kefu.local.function.Function;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.http.Api;
import kefu.local.http.ApiAnswer;
import kefu.local.keys.Role;
import kefu.local.keys.Secrets;
import kefu.local.keys.Tokens;
import kefu.model.shop.Customer;
import kefu.model.shop.Interaction;
import kefu.model.shop.Order;
import kefu.model.shop.Product;
import kefu.model.shop.Review;

/** Loads a folder of files into the functions that keep them. Loading the same again changes nothing twice. */
public final class ShopImport {
    private static final int RECORDS = 200;
    private static final int INTERACTIONS = 500;
    private static final List<String> FILES =
            List.of("products.jsonl", "customers.jsonl", "orders.jsonl", "reviews.jsonl", "interactions.jsonl");

    private final Api recommendation;
    private final Api routing;
    private final Api profiling;

    private ShopImport(Api recommendation, Api routing, Api profiling) {
        this.recommendation = recommendation;
        this.routing = routing;
        this.profiling = profiling;
    }

    public static ShopImport of(Home home, Ports ports, Clock clock) {
        var token = new Tokens(new Secrets(home.keys()), clock).token("import", Role.ADMIN, Duration.ofHours(6));
        return new ShopImport(
                Api.of(ports.url(Function.RECOMMENDATION), token),
                Api.of(ports.url(Function.ROUTING), token),
                Api.of(ports.url(Function.PROFILING), token));
    }

    /**
     * Products first and what refers to them after.
     *
     * @param progress told in words what has been loaded
     * @throws UserError when the folder has none of the files, or a function does not answer
     */
    public Report run(Path folder, Consumer<String> progress) {
        var knowledge = folder.resolve("knowledge");
        if (!Files.isDirectory(folder)) throw new UserError(folder + " is no folder");
        if (FILES.stream().noneMatch(name -> Files.exists(folder.resolve(name))) && !Files.isDirectory(knowledge))
            throw new UserError(folder + " has none of " + String.join(", ", FILES) + " and no folder knowledge");
        var report = new Report();
        load(folder, "products", Product.class, RECORDS, put(recommendation, "/v1/products"), report, progress);
        load(folder, "customers", Customer.class, RECORDS, put(routing, "/v1/store/customers"), report, progress);
        load(folder, "orders", Order.class, RECORDS, put(routing, "/v1/store/orders"), report, progress);
        loadReviews(folder, report, progress);
        load(folder, "interactions", Interaction.class, INTERACTIONS, this::interactions, report, progress);
        if (Files.isDirectory(knowledge)) {
            int articles = new KnowledgeFolder(knowledge, routing, report).load();
            report.loaded("articles", articles);
            progress.accept(articles + " articles");
        }
        return report;
    }

    private <T> void load(
            Path folder,
            String what,
            Class<T> type,
            int size,
            java.util.function.Function<List<T>, ApiAnswer> send,
            Report report,
            Consumer<String> progress) {
        var name = what + ".jsonl";
        if (!Files.exists(folder.resolve(name))) return;
        var batches = new Batches<>(name, size, send, report, milestones(what, size, progress));
        new JsonLines<>(folder.resolve(name), name, type, report).forEach(batches::add);
        finish(what, batches, report, progress);
    }

    /** A review is what a customer did: an interaction that carries it. */
    private void loadReviews(Path folder, Report report, Consumer<String> progress) {
        var name = "reviews.jsonl";
        if (!Files.exists(folder.resolve(name))) return;
        var batches = new Batches<>(
                name, INTERACTIONS, this::interactions, report, milestones("reviews", INTERACTIONS, progress));
        new JsonLines<>(folder.resolve(name), name, Review.class, report).forEach(review -> {
            if (review.value().customerId() == null)
                report.problem(new BadLine(name, review.line(), "customerId is missing"));
            else batches.add(new Numbered<>(review.line(), interaction(review.value())));
        });
        finish("reviews", batches, report, progress);
    }

    private static Interaction interaction(Review review) {
        return new Interaction(
                review.customerId(), Interaction.Kind.REVIEW, review.productId(), null, review, null, review.at());
    }

    private static void finish(String what, Batches<?> batches, Report report, Consumer<String> progress) {
        int loaded = batches.flush();
        report.loaded(what, loaded);
        progress.accept(loaded + " " + what);
    }

    /** Large files show that they advance. */
    private static Consumer<Integer> milestones(String what, int size, Consumer<String> progress) {
        return loaded -> {
            if (loaded > 0 && loaded % (10 * size) == 0) progress.accept(loaded + " " + what + " …");
        };
    }

    private static <T> java.util.function.Function<List<T>, ApiAnswer> put(Api api, String path) {
        return batch -> api.send("PUT", path, batch, Map.of());
    }

    /** The key is made of what is sent, so the same file loaded twice counts once for as long as keys are remembered. */
    private ApiAnswer interactions(List<Interaction> batch) {
        var key = UUID.nameUUIDFromBytes(batch.toString().getBytes(StandardCharsets.UTF_8));
        return profiling.send("POST", "/v1/interactions", batch, Map.of("Idempotency-Key", key.toString()));
    }
}
