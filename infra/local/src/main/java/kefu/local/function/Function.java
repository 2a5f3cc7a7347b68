package kefu.local.function;

import java.util.Locale;

/** The five functions: where they listen and how large their heaps may grow (MB). */
public enum Function {
    INFERENCE(8081, 512, false, true),
    PROFILING(8082, 160, true, false),
    RECOMMENDATION(8083, 160, true, false),
    ANALYTICS(8084, 160, true, false),
    ROUTING(8080, 256, true, true);

    private final int port;
    private final int heap;
    private final boolean keepsState;
    private final boolean isWaitedFor;

    Function(int port, int heap, boolean keepsState, boolean isWaitedFor) {
        this.port = port;
        this.heap = heap;
        this.keepsState = keepsState;
        this.isWaitedFor = isWaitedFor;
    }

    public int port() {
        return port;
    }

    public int heap() {
        return heap;
    }

    /** @return whether it needs the database and the broker's topics before it is ready */
    public boolean keepsState() {
        return keepsState;
    }

    /** @return whether every turn waits for it */
    public boolean isWaitedFor() {
        return isWaitedFor;
    }

    /** @return whether it can be a native executable; inference cannot, whose engine PyTorch comes by JNI */
    public boolean isNative() {
        return this != INFERENCE;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
