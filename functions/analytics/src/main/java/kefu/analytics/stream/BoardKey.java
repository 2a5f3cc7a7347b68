package kefu.analytics.stream;

/** Which bucket of which partition a record on the board topic tells. */
record BoardKey(long bucket, int partition) {
    static BoardKey of(long bucket, int partition) {
        return new BoardKey(bucket, partition);
    }

    /** @throws IllegalArgumentException when it is none */
    static BoardKey parse(String text) {
        var parts = text.split("/", 2);
        if (parts.length != 2) throw new IllegalArgumentException("no key of a bucket: " + text);
        return new BoardKey(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    String text() {
        return bucket + "/" + partition;
    }
}
