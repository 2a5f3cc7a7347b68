package kefu.seeded.first;

import kefu.seeded.second.Second;

public record First(Second second) {}
