package kefu.routing.conversation;

import java.util.function.Supplier;

/** Asks when it is first wanted, and not again. Not thread-safe: one turn, one thread. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> ask;
    private T answer;

    Once(Supplier<T> ask) {
        this.ask = ask;
    }

    @Override
    public T get() {
        if (answer == null) answer = ask.get();
        return answer;
    }
}
