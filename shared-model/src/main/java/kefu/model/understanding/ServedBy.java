package kefu.model.understanding;

/** Which model answered. @param device {@code gpu}, {@code cpu} or {@code lexical} (routing's own fallback) */
public record ServedBy(String model, String version, String device) {}
