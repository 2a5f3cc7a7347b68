package kefu.model.turn;

import java.util.List;
import kefu.model.Require;
import kefu.model.recommendation.RecommendedProduct;
import kefu.model.understanding.Emotion;
import kefu.model.understanding.Entity;
import kefu.model.understanding.Intent;
import kefu.model.understanding.ServedBy;
import kefu.model.understanding.Understanding;

/**
 * The whole answer to a turn.
 *
 * @param number 1 for the first turn of a conversation
 * @param reply null while an agent owns the conversation: the agent answers on the stream
 * @param handoff null unless a person has taken or is asked to take over
 * @param degraded what could not be reached: {@code inference, profiling, recommendation, kafka}
 */
public record TurnAnswer(
        int number,
        Understood understanding,
        TurnContext context,
        Reply reply,
        List<Action> actions,
        List<RecommendedProduct> recommendations,
        HandoffNotice handoff,
        Owner owner,
        List<String> degraded,
        ServedBy servedBy) {
    public TurnAnswer {
        actions = Require.list(actions);
        recommendations = Require.list(recommendations);
        degraded = Require.list(degraded);
    }

    /** The understanding without its vector, which is of no use to a storefront. */
    public record Understood(
            String language,
            String intent,
            double confidence,
            List<Intent> alternatives,
            Emotion emotion,
            List<Entity> entities) {
        public Understood {
            alternatives = Require.list(alternatives);
            entities = Require.list(entities);
        }

        public static Understood of(Understanding understanding) {
            return new Understood(
                    understanding.language(),
                    understanding.intent(),
                    understanding.confidence(),
                    understanding.alternatives(),
                    understanding.emotion(),
                    understanding.entities());
        }
    }
}
