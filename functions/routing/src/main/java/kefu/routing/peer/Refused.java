package kefu.routing.peer;

/** A function is well, and objects to this one request: no reason to leave it alone. */
public final class Refused extends RuntimeException {
    Refused(String message) {
        super(message);
    }
}
