package kefu.chassis.privacy;

/** A failure whose message, or a cause's, named a person: the same to read, without the personal data. */
final class MaskedFailure extends Throwable {
    private static final int DEEPEST = 20;

    private MaskedFailure(Throwable failure, Throwable cause) {
        super(failure.getClass().getName() + ": " + Masking.mask(failure.getMessage()), cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    /** @return the failure itself where there is nothing to mask */
    static Throwable of(Throwable failure) {
        return namesSomebody(failure, DEEPEST) ? copy(failure, DEEPEST) : failure;
    }

    private static boolean namesSomebody(Throwable failure, int depth) {
        if (failure == null || depth == 0) return false;
        var message = failure.getMessage();
        return message != null && !message.equals(Masking.mask(message))
                || namesSomebody(failure.getCause(), depth - 1);
    }

    private static Throwable copy(Throwable failure, int depth) {
        return failure == null || depth == 0 ? null : new MaskedFailure(failure, copy(failure.getCause(), depth - 1));
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
