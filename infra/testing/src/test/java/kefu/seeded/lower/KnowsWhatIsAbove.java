package kefu.seeded.lower;

import kefu.seeded.concept.Idea;

record KnowsWhatIsAbove(Idea idea) {}
