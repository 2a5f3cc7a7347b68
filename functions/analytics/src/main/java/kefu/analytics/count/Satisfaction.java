package kefu.analytics.count;

import java.util.Optional;
import kefu.model.understanding.Emotion;

/**
 * How satisfied a customer seems with a conversation, in [0, 1]: what they say by a rating, how their mood moved, and
 * whether it came to an end.
 *
 * <pre>
 * s = (5·rating + 3·mood + 2·outcome) / 10      rating  = (mean of the ratings - 1) / 4; left out, with its weight, without one
 *                                               mood    = 0.6·(last + 1)/2 + 0.4·(last - first + 2)/4, of valences in [-1, 1]
 *                                               outcome = 1 done, 0.5 open, 0.25 waits for a person, 0 failed or refused
 * </pre>
 */
final class Satisfaction {
    private static final double RATING = 5;
    private static final double MOOD = 3;
    private static final double OUTCOME = 2;

    private Satisfaction() {}

    static double of(Conversation conversation) {
        double known =
                MOOD * mood(conversation) + OUTCOME * conversation.outcome().worth();
        return conversation.ratings() == 0
                ? known / (MOOD + OUTCOME)
                : (RATING * rating(conversation) + known) / (RATING + MOOD + OUTCOME);
    }

    /** @return how good the customer feels, in [-1, 1]; 0 where that is not known */
    static double valence(Emotion emotion) {
        return Optional.ofNullable(emotion)
                .map(felt -> felt.intensity() * sign(felt.label()))
                .orElse(0.0);
    }

    private static double sign(String label) {
        return switch (label) {
            case "joy" -> 1;
            case "urgency" -> -0.3;
            case "anxiety" -> -0.4;
            case "disappointment", "sadness" -> -0.6;
            case "anger" -> -1;
            default -> 0;
        };
    }

    private static double mood(Conversation of) {
        return 0.6 * (of.lastValence() + 1) / 2 + 0.4 * (of.lastValence() - of.firstValence() + 2) / 4;
    }

    private static double rating(Conversation of) {
        return ((double) of.ratingSum() / of.ratings() - 1) / 4;
    }
}
