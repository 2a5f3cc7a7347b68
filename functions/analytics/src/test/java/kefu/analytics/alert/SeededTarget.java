package kefu.analytics.alert;

/** What a concept must not know. */
public record SeededTarget() {}
