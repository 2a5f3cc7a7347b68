package kefu.routing.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An article in a list. @param match the passage that was found; absent where nothing was searched */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Found(@JsonUnwrapped Article article, Match match) {

    /** @param score higher is better */
    record Match(int passage, String text, double score) {}
}
