package kefu.routing.knowledge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * The knowledge base, searched. Each replica holds an index in memory; what any replica changes is found by all of them
 * within about a second.
 */
@ApplicationScoped
public class Knowledge {
    private final EntityManager entities;
    private final Articles articles;
    private final PassageVectors vectors;
    private final KnowledgeConfig config;
    private final WantedEncoders wanted;
    private volatile Indexed indexed;
    private boolean stopped;

    /** @param size of the tables when the index was made */
    private record Indexed(KnowledgeIndex index, Size size) {}

    private record Size(long versions, long vectors) {}

    Knowledge(
            EntityManager entities,
            Articles articles,
            PassageVectors vectors,
            KnowledgeConfig config,
            WantedEncoders wanted) {
        this.entities = entities;
        this.articles = articles;
        this.vectors = vectors;
        this.config = config;
        this.wanted = wanted;
    }

    /** @return the passages that answer, the best first; none where nothing fits */
    public List<Passage> search(KnowledgeQuery query) {
        query.vector()
                .filter(vector -> query.language().equals(vector.language()))
                .ifPresent(vector -> wanted.note(query.language(), vector.encoder()));
        return index().search(query);
    }

    KnowledgeIndex index() {
        if (indexed == null) refresh();
        return indexed.index();
    }

    /** Both tables only ever grow, so their sizes tell a change, in whatever order transactions commit. */
    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    synchronized void refresh() {
        if (stopped) return;
        QuarkusTransaction.requiringNew().run(() -> {
            var now = size();
            if (indexed != null && indexed.size().equals(now)) return;
            indexed = new Indexed(new KnowledgeIndex(config, articles.all(), vectors.byEncoder()), now);
        });
    }

    /** Waits for the refresh that runs, so that none meets a closed database. */
    synchronized void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private Size size() {
        var row = (Object[]) entities.createNativeQuery(
                        "select (select count(*) from article), (select count(*) from passage_vector)")
                .getSingleResult();
        return new Size(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
