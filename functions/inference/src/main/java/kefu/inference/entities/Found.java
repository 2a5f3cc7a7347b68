package kefu.inference.entities;

/** A span of a folded text with its meaning. @param start first position @param end position after the last */
record Found(String type, String value, int start, int end) {
    boolean overlaps(Found other) {
        return start < other.end && other.start < end;
    }
}
