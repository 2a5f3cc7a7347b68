package kefu.routing.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A passage of an article as it is indexed. @param number its place in the article, counted from one */
record Piece(Article article, int number, String text) {

    /** @return what is searched: a passage alone may not say what it is about */
    String searched() {
        return article.title() + "\n" + text;
    }

    /** @return the same for passages that are searched alike */
    String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha.digest((article.language() + "\n" + searched()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
