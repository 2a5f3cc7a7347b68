package kefu.inference.bench;

/** A figure and what it is to be. @param atMost whether less is better */
record Goal(String name, double value, double bound, boolean atMost) {
    static Goal atMost(String name, double value, double bound) {
        return new Goal(name, value, bound, true);
    }

    static Goal atLeast(String name, double value, double bound) {
        return new Goal(name, value, bound, false);
    }

    public boolean met() {
        return atMost ? value <= bound : value >= bound;
    }

    @Override
    public String toString() {
        return "%-66s %8.2f  %s %-5s %s"
                .formatted(name, value, atMost ? "≤" : "≥", "%.2f".formatted(bound), met() ? "met" : "MISSED");
    }
}
