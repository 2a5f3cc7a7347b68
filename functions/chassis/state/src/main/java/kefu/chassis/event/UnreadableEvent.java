package kefu.chassis.event;

/** A record that is no event: it goes to the dead-letter topic with this as its cause. */
public final class UnreadableEvent extends RuntimeException {
    UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
