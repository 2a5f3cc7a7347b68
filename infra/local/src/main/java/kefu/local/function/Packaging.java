package kefu.local.function;

import java.util.Locale;

/** What a function runs as. */
public enum Packaging {
    /** Plain jars. */
    JVM,
    /** Jars with a class cache beside them, where one has been recorded for this build and this JDK. */
    AOT,
    /** An executable of machine code; inference, whose engine comes by JNI, runs as {@link #AOT} all the same. */
    NATIVE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return what this function runs as when everything is to run as this */
    public Packaging of(Function function) {
        return this == NATIVE && !function.isNative() ? AOT : this;
    }
}
