package kefu.seeded.concept;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class KnowsAFramework {}
