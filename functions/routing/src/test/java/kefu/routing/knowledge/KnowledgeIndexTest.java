package kefu.routing.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.understanding.Embedding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search in the demo shop's articles, by words alone where no vectors are given. */
class KnowledgeIndexTest {
    private static final KnowledgeConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(KnowledgeConfig.class)
            .build()
            .getConfigMapping(KnowledgeConfig.class);
    private static final KnowledgeIndex DEMO = new KnowledgeIndex(CONFIG, DemoKnowledge.articles(), Map.of());

    /** Words alone miss a question that shares more of them with another article: that is what meaning is for. */
    @Test
    void wordsAloneFindMostArticles() {
        var questions = """
                en | kb-returns           | can I send the item back, who pays for the return parcel
                en | kb-size-guide        | are the running shoes narrow
                en | kb-delivery          | how much is express delivery
                en | kb-delivery          | do you deliver to Canada
                en | kb-price-protection  | the price dropped after I bought it
                en | kb-points            | how many points do I get for a review
                en | kb-payment-methods   | which credit cards do you accept
                en | kb-gift-wrapping     | can you gift wrap it with a card
                en | kb-repair-and-warranty | how long is the warranty
                en | kb-account           | I forgot my password
                zh | kb-returns           | 退货的运费谁出
                zh | kb-returns           | 退貨的運費誰出
                zh | kb-delivery          | 加急配送要多少钱
                zh | kb-price-protection  | 刚买完就降价了能退差价吗
                zh | kb-invoices          | 能不能开企业发票，要税号吗
                zh | kb-payment-methods   | 支持货到付款吗
                zh | kb-size-guide        | 跑鞋脚宽怎么选
                zh | kb-installation      | 椅子能上门安装吗
                zh | kb-points            | 积分怎么兑换优惠券
                zh | kb-product-care      | 亚麻衬衫可以机洗吗，怎么洗
                """;
        var missed = questions
                .lines()
                .map(line -> line.strip().split("\\s*\\|\\s*"))
                .filter(row -> search(row[2], row[0]).stream()
                        .findFirst()
                        .filter(best -> best.articleId().equals(row[1]))
                        .isEmpty())
                .map(row -> row[2])
                .toList();
        assertThat(missed).as("questions whose article is not found first").hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "en,what is the weather in Paris tomorrow",
        "en,write me a poem about autumn leaves",
        "zh,今天北京天气怎么样",
        "zh,帮我写一首关于秋天的诗",
        "en,the of and",
        "en,???"
    })
    void whatFitsNothingFindsNothing(String language, String question) {
        assertThat(search(question, language)).isEmpty();
    }

    @Test
    void aTagThatFitsGoesFirst() {
        var query = new KnowledgeQuery("how long does it take", "en", Optional.empty(), List.of("refund.policy"), 3);

        assertThat(DEMO.search(query))
                .first()
                .satisfies(best -> assertThat(best.articleId()).isEqualTo("kb-refunds"));
    }

    @Test
    void meaningFindsWhatWordsDoNot() {
        var articles = List.of(
                article("kb-a", "Sending things back", "Thirty days."), article("kb-b", "Paying", "Cards only."));
        var index = new KnowledgeIndex(CONFIG, articles, vectors(articles));

        var found = index.search(new KnowledgeQuery(
                "reimbursement", "en", Optional.of(new Embedding("e", "en", List.of(0.9f, 0.1f))), List.of(), 5));

        assertThat(found).singleElement().satisfies(passage -> {
            assertThat(passage.articleId()).isEqualTo("kb-a");
            assertThat(passage.words()).isZero();
            assertThat(passage.meaning()).isGreaterThan(0.9);
        });
    }

    @Test
    void whatIsOnlyNearIsShownToWhoeverSearchesAndToldToNobody() {
        var articles = List.of(
                article("kb-a", "Sending things back", "Thirty days."), article("kb-b", "Paying", "Cards only."));
        var index = new KnowledgeIndex(CONFIG, articles, vectors(articles));
        var near = Optional.of(new Embedding("e", "en", List.of(0.3f, -0.9f)));

        assertThat(index.search(new KnowledgeQuery("reimbursement", "en", near, List.of(), 5)))
                .isEmpty();
        assertThat(index.search(new KnowledgeQuery("reimbursement", "en", near, List.of(), 5, false)))
                .extracting(Passage::articleId)
                .containsExactly("kb-a");
    }

    @Test
    void aPassageThatHasNoVectorYetIsFoundByItsWords() {
        var articles = List.of(
                article("kb-a", "Sending things back", "Thirty days."), article("kb-b", "Paying", "Cards only."));
        var index =
                new KnowledgeIndex(CONFIG, articles, Map.of("e", Map.of(digest(articles.getFirst()), new float[] {1, 0
                })));

        assertThat(index.search(new KnowledgeQuery(
                        "paying by cards", "en", Optional.of(new Embedding("e", "en", List.of(0f, 1f))), List.of(), 5)))
                .singleElement()
                .satisfies(passage -> assertThat(passage.articleId()).isEqualTo("kb-b"));
    }

    @Test
    void vectorsOfAnotherEncoderAreNotCompared() {
        var articles = List.of(article("kb-a", "Sending things back", "Thirty days."));
        var index = new KnowledgeIndex(CONFIG, articles, vectors(articles));

        assertThat(index.search(new KnowledgeQuery(
                        "reimbursement",
                        "en",
                        Optional.of(new Embedding("other", "en", List.of(1f, 0f))),
                        List.of(),
                        5)))
                .isEmpty();
    }

    private static List<Passage> search(String question, String language) {
        return DEMO.search(new KnowledgeQuery(question, language, Optional.empty(), List.of(), 5));
    }

    private static Article article(String id, String title, String text) {
        return new Article(id, "en", 1, title, List.of(), text, Instant.EPOCH);
    }

    private static Map<String, Map<String, float[]>> vectors(List<Article> articles) {
        var vectors = new HashMap<String, float[]>();
        for (int i = 0; i < articles.size(); i++)
            vectors.put(digest(articles.get(i)), i == 0 ? new float[] {1, 0} : new float[] {0, 1});
        return Map.of("e", vectors);
    }

    private static String digest(Article article) {
        return Pieces.of(article).getFirst().digest();
    }
}
