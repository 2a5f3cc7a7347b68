package kefu.routing.conversation;

import java.util.function.Supplier;

/** Asks when it is first wanted, and not again. Not thread-safe: one turn, one thread. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> ask;
    private T answer;

    Lazy(Supplier<T> ask) {
        this.ask = ask;
    }

    @Override
    public T get() {
        if (answer == null) answer = ask.get();
        return answer;
    }
}
