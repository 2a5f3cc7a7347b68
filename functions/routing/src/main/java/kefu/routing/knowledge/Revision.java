package kefu.routing.knowledge;

import java.time.Instant;
import java.util.List;

/** A version as its keepers see it. @param by who wrote or deleted it @param deleted whether it ended the article */
record Revision(int version, String title, List<String> tags, String text, Instant at, String by, boolean deleted) {}
