package kefu.profiling.interaction;

/** What is wrong with one interaction. */
final class Refused extends RuntimeException {
    private final String field;

    /** @param field a path inside the interaction; empty for all of it */
    Refused(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    /** @param index of the interaction in its batch */
    String field(int index) {
        return field.isEmpty() ? String.valueOf(index) : index + "." + field;
    }
}
