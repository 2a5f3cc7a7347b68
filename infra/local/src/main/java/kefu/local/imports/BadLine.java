package kefu.local.imports;

/** Something that was not loaded. @param line counted from 1; 0 for the whole file */
public record BadLine(String file, int line, String reason) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + reason;
    }
}
