package kefu.local.start;

/**
 * One start, in milliseconds from the moment the process was started.
 *
 * @param before until Quarkus began: the machine, the class path
 * @param quarkus what Quarkus says its start took
 * @param answer until the first real answer
 * @param first what the first request that was answered took
 * @param hundredth what the hundredth took
 * @param memory bytes resident after the first answer
 */
record Start(double before, double quarkus, double answer, double first, double hundredth, long memory) {
    /** @return between "started" and the first answer */
    double after() {
        return Math.max(0, answer - before - quarkus);
    }
}
