package kefu.local.function;

import java.util.Locale;

/** The five functions: where they listen and how large their heaps may grow (MB). */
public enum Function {
    INFERENCE(8081, 512, false),
    PROFILING(8082, 160, true),
    RECOMMENDATION(8083, 160, true),
    ANALYTICS(8084, 160, true),
    ROUTING(8080, 256, true);

    private final int port;
    private final int heap;
    private final boolean keepsState;

    Function(int port, int heap, boolean keepsState) {
        this.port = port;
        this.heap = heap;
        this.keepsState = keepsState;
    }

    public int port() {
        return port;
    }

    public int heap() {
        return heap;
    }

    /** @return whether it needs the database and the broker's topics before it starts */
    public boolean keepsState() {
        return keepsState;
    }

    /** @return whether it can be a native executable; inference cannot, whose engine PyTorch comes by JNI */
    public boolean isNative() {
        return this != INFERENCE;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
