package kefu.seeded.adapter.one;

import kefu.seeded.adapter.two.Two;

record One(Two two) {}
