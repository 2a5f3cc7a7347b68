package kefu.routing.pack;

import java.util.List;
import java.util.stream.Collectors;

/** A pack that cannot be used: every mistake in it, each with its file and line. */
public final class PackProblem extends RuntimeException {
    private final transient List<Mistake> mistakes;

    /** @param line counted from one; 0 when the whole file is meant */
    public record Mistake(String file, int line, String what) {
        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line : "") + ": " + what;
        }
    }

    PackProblem(String pack, List<Mistake> mistakes) {
        super("The pack " + pack + " cannot be used:\n"
                + mistakes.stream().map(m -> "  " + m).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
