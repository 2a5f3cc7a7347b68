package kefu.local.imports;

/** A record and the line it was read from, counted from 1. */
record Numbered<T>(int line, T value) {}
