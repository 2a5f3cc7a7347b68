package kefu.routing.knowledge;

import java.time.Instant;
import java.util.List;
import kefu.model.Require;

/**
 * What the shop has to say about something, in one language.
 *
 * @param language {@code en}, {@code zh}, ..
 * @param version counted from one
 * @param tags intents it answers
 * @param text paragraphs and lists, divided by blank lines; never read as markup
 */
public record Article(
        String id, String language, int version, String title, List<String> tags, String text, Instant at) {
    public Article {
        Require.text(id, "id");
        Require.text(language, "language");
        Require.text(title, "title");
        Require.text(text, "text");
        tags = Require.list(tags);
    }
}
