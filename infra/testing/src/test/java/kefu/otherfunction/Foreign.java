package kefu.otherfunction;

/** What belongs to another function. */
public record Foreign() {}
