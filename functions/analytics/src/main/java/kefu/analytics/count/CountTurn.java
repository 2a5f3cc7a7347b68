package kefu.analytics.count;

import java.util.Optional;
import kefu.analytics.tally.Example;
import kefu.analytics.tally.Problem;
import kefu.analytics.tally.Tally;
import kefu.chassis.privacy.Masking;
import kefu.model.event.TurnAnswered;
import kefu.model.turn.Act;
import kefu.model.turn.TurnAnswer;
import kefu.model.understanding.Intent;

/** What a turn says by itself. */
final class CountTurn {
    private static final int LONGEST_EXAMPLE = 200;
    private static final String UNKNOWN = "unknown";

    private CountTurn() {}

    static void count(TurnAnswered turn, Tally tally) {
        var intent = intent(turn);
        tally.count(Counters.TURNS);
        tally.count(Counters.INTENT + intent);
        tally.count(Counters.LANGUAGE + name(understood(turn).map(TurnAnswer.Understood::language)));
        tally.count(Counters.EMOTION
                + name(understood(turn)
                        .map(u -> u.emotion() == null ? null : u.emotion().label())));
        tally.count(Counters.CHANNEL + name(Optional.ofNullable(turn.channel())));
        if (!turn.degraded().isEmpty()) tally.count(Counters.DEGRADED);
        turn.degraded().stream().distinct().forEach(gone -> tally.count(Counters.WITHOUT + gone));
        // An agent's turn is answered when the agent likes; only Kefu's own replies have a latency.
        if (turn.act() != null) tally.spread(Counters.LATENCY, Math.max(0, turn.millis()));
        operations(turn, tally);
        problems(turn, intent, tally);
    }

    static String intent(TurnAnswered turn) {
        return name(understood(turn).map(TurnAnswer.Understood::intent));
    }

    private static void operations(TurnAnswered turn, Tally tally) {
        for (var action : turn.actions()) {
            tally.count(Counters.OPERATION + action.name() + Tally.OF + action.status());
            if (action.status().equals("previewed")) continue;
            tally.count(Counters.OPERATIONS);
            if (!action.status().equals("done")) tally.count(Counters.REFUSED);
        }
    }

    private static void problems(TurnAnswered turn, String intent, Tally tally) {
        boolean outOfScope = intent.equals(Intent.OUT_OF_SCOPE);
        if (outOfScope) {
            tally.count(Counters.OUT_OF_SCOPE);
            problem(Problem.OUT_OF_SCOPE, nearest(turn), turn, tally);
        }
        var about = outOfScope ? nearest(turn) : intent;
        if (turn.act() == Act.CLARIFY && !outOfScope) problem(Problem.CLARIFIED, about, turn, tally);
        if (turn.act() == Act.HANDOFF) problem(Problem.HANDED_OFF, about, turn, tally);
        if (turn.actions().stream().anyMatch(action -> action.status().equals("refused")))
            problem(Problem.REFUSED, about, turn, tally);
    }

    private static void problem(Problem problem, String intent, TurnAnswered turn, Tally tally) {
        tally.count(problem.of(intent));
        if (turn.utterance() != null && !turn.utterance().isBlank())
            tally.example(intent, new Example(turn.occurredAt(), problem.name(), masked(turn.utterance())));
    }

    /** Routing masks before it publishes; what is shown to people is masked again. */
    static String masked(String text) {
        var masked = Masking.mask(text.strip());
        return masked.codePointCount(0, masked.length()) <= LONGEST_EXAMPLE
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, LONGEST_EXAMPLE)) + "…";
    }

    /** What is out of scope would be an improvement of the intent it came nearest to. */
    private static String nearest(TurnAnswered turn) {
        return understood(turn).stream()
                .flatMap(u -> u.alternatives().stream())
                .map(Intent::intent)
                .filter(name -> !name.equals(Intent.OUT_OF_SCOPE))
                .findFirst()
                .orElse(Intent.OUT_OF_SCOPE);
    }

    private static Optional<TurnAnswer.Understood> understood(TurnAnswered turn) {
        return Optional.ofNullable(turn.understanding());
    }

    private static String name(Optional<String> value) {
        return value.filter(text -> !text.isBlank()).orElse(UNKNOWN);
    }
}
