package kefu.local.up;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import kefu.local.function.Function;

/** A part has ended without being told to. @param status its exit status where that is known */
record Death(String name, Optional<Function> function, OptionalInt status, Path log) {
    /** @return what the exit status says */
    String how() {
        if (status.isEmpty()) return "";
        int code = status.getAsInt();
        return switch (code) {
            case 137 -> " (killed: by somebody, or by the system for want of memory)";
            case 143 -> " (somebody ended it)";
            case 3 -> " (out of memory)";
            default -> " (exit " + code + ")";
        };
    }
}
