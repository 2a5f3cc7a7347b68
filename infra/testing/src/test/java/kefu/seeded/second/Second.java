package kefu.seeded.second;

import kefu.seeded.first.First;

public record Second(First first) {}
