package kefu.routing.knowledge;

import java.util.List;

/**
 * A passage that answers.
 *
 * @param number its place in the article, counted from one
 * @param score how well it fits, higher is better; what is below the threshold is not found at all
 * @param meaning how near it is by meaning, in [0, 1]; 0 without vectors
 * @param words how much of the question's words it has, in [0, 1]
 */
public record Passage(
        String articleId,
        String language,
        String title,
        String text,
        int number,
        double score,
        double meaning,
        double words,
        List<String> tags) {}
