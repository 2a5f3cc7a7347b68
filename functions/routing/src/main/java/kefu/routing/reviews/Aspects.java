package kefu.routing.reviews;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kefu.routing.pack.Packs;
import kefu.routing.reviews.opinion.Lexicon;
import kefu.routing.reviews.opinion.OpinionReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The words of the shop's pack. */
class Aspects {
    @Produces
    @Singleton
    Lexicon lexicon(
            Packs packs, @ConfigProperty(name = "kefu.conversation.pack", defaultValue = "ecommerce") String pack) {
        return Lexicon.read(packs.require(pack).file("aspects").root());
    }

    @Produces
    @Singleton
    OpinionReader reader(Lexicon lexicon) {
        return new OpinionReader(lexicon);
    }
}
