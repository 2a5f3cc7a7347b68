package kefu.seeded.first;

import kefu.otherfunction.Foreign;

record KnowsAnotherFunction(Foreign foreign) {}
