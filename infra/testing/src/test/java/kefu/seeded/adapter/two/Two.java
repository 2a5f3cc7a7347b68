package kefu.seeded.adapter.two;

public record Two() {}
