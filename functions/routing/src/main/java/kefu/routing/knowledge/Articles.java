package kefu.routing.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keeps the articles and all their versions. */
@ApplicationScoped
class Articles {
    /** The newest version of each article, deleted ones included. */
    private static final String NEWEST =
            "from ArticleRow a where a.version = (select max(b.version) from ArticleRow b where b.id = a.id and b.language = a.language)";

    private final EntityManager entities;
    private final Clock clock;

    Articles(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param created whether there was no such article before @param changed whether a version was added */
    record Saved(Article article, boolean created, boolean changed) {}

    /**
     * Saves a draft as a new version, unless that is what the article says already: a request that is sent twice has one
     * effect.
     *
     * @param allowed what the caller knows of the article; asked only when something would change
     */
    @Transactional
    Saved save(String id, String language, Draft draft, String by, Precondition allowed) {
        lock(id, language);
        var newest = newest(id, language);
        var current = newest.filter(row -> !row.deleted);
        if (current.filter(row -> row.says(draft)).isPresent())
            return new Saved(current.get().article(), false, false);
        allowed.check(current.map(row -> row.version));
        var row = next(id, language, newest, by);
        row.title = draft.title();
        row.tags = draft.tags();
        row.text = draft.text();
        entities.persist(row);
        return new Saved(row.article(), current.isEmpty(), true);
    }

    /** Ends an article; its versions stay. @return whether there was one */
    @Transactional
    boolean delete(String id, String language, String by, Precondition allowed) {
        lock(id, language);
        var current = newest(id, language).filter(row -> !row.deleted);
        allowed.check(current.map(row -> row.version));
        if (current.isEmpty()) return false;
        var end = next(id, language, current, by);
        end.title = current.get().title;
        end.tags = current.get().tags;
        end.text = current.get().text;
        end.deleted = true;
        entities.persist(end);
        return true;
    }

    Optional<Article> find(String id, String language) {
        return newest(id, language).filter(row -> !row.deleted).map(ArticleRow::article);
    }

    /** @return the languages in which there is such an article */
    List<String> languages(String id) {
        return entities.createQuery(
                        "select a.language " + NEWEST + " and a.id = :id and not a.deleted order by a.language",
                        String.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** @return all versions, the newest first */
    List<Revision> versions(String id, String language) {
        return entities.createQuery(
                        "from ArticleRow where id = :id and language = :language order by version desc",
                        ArticleRow.class)
                .setParameter("id", id)
                .setParameter("language", language)
                .getResultStream()
                .map(ArticleRow::revision)
                .toList();
    }

    /** @param language empty for all @param after the id and language after which the page begins; empty ones for the first */
    List<Article> list(Optional<String> language, String afterId, String afterLanguage, int limit) {
        return entities.createQuery(NEWEST + """
                         and not a.deleted and (:language = '' or a.language = :language)
                        and (a.id > :afterId or a.id = :afterId and a.language > :afterLanguage)
                        order by a.id, a.language""", ArticleRow.class)
                .setParameter("language", language.orElse(""))
                .setParameter("afterId", afterId)
                .setParameter("afterLanguage", afterLanguage)
                .setMaxResults(limit)
                .getResultStream()
                .map(ArticleRow::article)
                .toList();
    }

    List<Article> all() {
        return entities.createQuery(NEWEST + " and not a.deleted order by a.id, a.language", ArticleRow.class)
                .getResultStream()
                .map(ArticleRow::article)
                .toList();
    }

    private Optional<ArticleRow> newest(String id, String language) {
        return entities.createQuery(NEWEST + " and a.id = :id and a.language = :language", ArticleRow.class)
                .setParameter("id", id)
                .setParameter("language", language)
                .getResultStream()
                .findFirst();
    }

    private ArticleRow next(String id, String language, Optional<ArticleRow> before, String by) {
        var row = new ArticleRow();
        row.id = id;
        row.language = language;
        row.version = before.map(b -> b.version).orElse(0) + 1;
        row.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.changedBy = by;
        return row;
    }

    /** Two editors of one article go one after the other; the lock goes with the transaction. */
    private void lock(String id, String language) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:article, 0)) as text)")
                .setParameter("article", "article/" + id + "/" + language)
                .getSingleResult();
    }
}
