package kefu.routing.store;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name that is the same in whatever order its parts are said, with or without spaces: "Carter Emily", "emily carter";
 * "陈静" for first name 静, last name 陈.
 */
record PersonName(String normal) {

    static PersonName of(String first, String last) {
        var parts = (first == null ? "" : first) + (last == null ? "" : last);
        var letters = Normalizer.normalize(parts, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
        return new PersonName(leastRotation(letters));
    }

    boolean isEmpty() {
        return normal.isEmpty();
    }

    /** Parts said in another order are a rotation of the letters, and all rotations have the same least one. */
    private static String leastRotation(String letters) {
        var least = letters;
        for (int i = 1; i < letters.length(); i++) {
            var rotation = letters.substring(i) + letters.substring(0, i);
            if (rotation.compareTo(least) < 0) least = rotation;
        }
        return least;
    }
}
