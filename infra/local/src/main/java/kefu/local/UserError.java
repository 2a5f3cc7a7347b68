package kefu.local;

/** Something a person can put right; the message says what, and is all that is shown. */
public final class UserError extends RuntimeException {
    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
