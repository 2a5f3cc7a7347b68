package kefu.routing.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A version of an article. Never changed. */
@Entity
@Table(name = "article")
@IdClass(ArticleRow.Key.class)
class ArticleRow {
    @Id
    String id;

    @Id
    String language;

    @Id
    int version;

    String title;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> tags;

    String text;
    boolean deleted;
    Instant at;

    @Column(name = "changed_by")
    String changedBy;

    record Key(String id, String language, int version) {}

    Article article() {
        return new Article(id, language, version, title, tags, text, at);
    }

    Revision revision() {
        return new Revision(version, title, tags, text, at, changedBy, deleted);
    }

    boolean says(Draft draft) {
        return !deleted && title.equals(draft.title()) && tags.equals(draft.tags()) && text.equals(draft.text());
    }
}
