package kefu.profiling.profile;

import jakarta.persistence.EntityManager;

/** A seeded violation, which proves that the rule against it bites. */
public record KnowsAFramework(EntityManager entities) {}
