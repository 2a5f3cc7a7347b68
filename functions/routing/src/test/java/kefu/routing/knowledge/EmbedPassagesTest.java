package kefu.routing.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class EmbedPassagesTest {
    /** A language of its own, so that other tests' articles are not in the way. */
    private static final String LANGUAGE = "xx";

    @Inject
    Articles articles;

    @Inject
    Knowledge knowledge;

    @Inject
    PassageVectors vectors;

    @Inject
    WantedEncoders wanted;

    @Inject
    KnowledgeConfig config;

    private final LetterEncoder encoder = new LetterEncoder("letters-" + UUID.randomUUID());
    private final String id = "kb-" + UUID.randomUUID();
    private EmbedPassages embed;

    @BeforeEach
    void anArticle() {
        wanted.note(LANGUAGE, "nobody");
        embed = new EmbedPassages(knowledge, vectors, wanted, config, encoder);
        save("Zzyzx zzyzx.");
    }

    @Test
    void passagesAreFoundByTheirWordsAtOnceAndByTheirMeaningLater() {
        encoder.away = true;
        embed.embed();
        knowledge.refresh();
        assertThat(found("zzyzx")).contains(id);
        assertThat(found("zzy zx")).doesNotContain(id);

        encoder.away = false;
        embed.embed();
        knowledge.refresh();
        assertThat(found("zzy zx")).contains(id);
    }

    @Test
    void aPassageThatAnEditLeavesAloneKeepsItsVector() {
        embed.embed();
        int before = encoder.embedded;
        save("Zzyzx zzyzx.\n\nQuux quux.");
        embed.embed();
        knowledge.refresh();

        assertThat(encoder.embedded - before).isEqualTo(1);
        embed.embed();
        assertThat(encoder.embedded - before).isEqualTo(1);
    }

    private void save(String text) {
        articles.save(
                id, LANGUAGE, new Draft("Qqq", LANGUAGE, List.of(), text), "editor", new Precondition(null, null));
        knowledge.refresh();
    }

    private List<String> found(String question) {
        return knowledge
                .search(new KnowledgeQuery(
                        question, LANGUAGE, Optional.of(encoder.vector(question, LANGUAGE)), List.of(), 50))
                .stream()
                .map(Passage::articleId)
                .toList();
    }
}
