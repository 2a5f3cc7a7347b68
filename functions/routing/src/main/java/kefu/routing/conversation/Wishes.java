package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.routing.context.ContextReasoner;
import kefu.routing.dialogue.DialoguePolicy;
import kefu.routing.dialogue.DialogueState;
import kefu.routing.dialogue.Heard;
import kefu.routing.dialogue.Move;
import kefu.routing.dialogue.Situation;
import kefu.routing.dialogue.Wish;
import kefu.routing.pack.IntentRule.Handling;
import kefu.routing.recommendation.Recommender.Recommended;

/**
 * Decides about what a turn wants, one wish after the other: "where is my order, and how long is the warranty?" gets two
 * answers. Where the first needs to ask something, the others wait until it is through.
 */
@ApplicationScoped
class Wishes {
    private final DialoguePolicy policy;
    private final Hearing hearing;
    private final NamedProducts names;
    private final NamedOrders orders;

    Wishes(DialoguePolicy policy, Hearing hearing, NamedProducts names, NamedOrders orders) {
        this.policy = policy;
        this.hearing = hearing;
        this.names = names;
        this.orders = orders;
    }

    /** @param recommending the situation whose answer has products beside it; empty for none */
    record Decided(Move move, Optional<Situation> recommending) {
        static Decided of(Situation situation, Move move) {
            return new Decided(move, Optional.of(situation).filter(_ -> move.recommend()));
        }

        /** Products that are the answer go before those that are beside one. */
        Decided and(Situation situation, Move next) {
            boolean answered = recommending.filter(s -> s.rule().recommends()).isPresent();
            var shown =
                    of(situation, next).recommending().filter(_ -> !answered).or(() -> recommending);
            return new Decided(move.and(next), shown);
        }

        /** Says that what was wanted too comes later. */
        Decided promising(List<Wish> wishes, Situation situation) {
            var titles = wishes.stream().map(wish -> title(wish, situation)).collect(Collectors.joining(", "));
            return new Decided(move.opening(situation.say("wish.later", Map.of("wish", titles))), recommending);
        }

        Decided waiting(List<Wish> wishes) {
            return new Decided(move.awaited(wishes), recommending);
        }
    }

    /**
     * @param whole the situation, with all that was said
     * @param wishes the parts of it that want different things; the whole alone where there are none
     * @param fits what fits a wish
     */
    Decided decide(Situation whole, List<Heard> wishes, Function<Heard, Supplier<Recommended>> fits) {
        var waiting = whole.state().waiting();
        return wishes.size() == 1 ? goOn(whole, waiting, fits) : begin(whole, wishes, fits);
    }

    private Decided begin(Situation whole, List<Heard> wishes, Function<Heard, Supplier<Recommended>> fits) {
        var open = new ArrayList<>(wishes);
        var first = about(whole, open.removeFirst(), fits);
        var decided = Decided.of(first, decide(first));
        while (!open.isEmpty() && decided.move().isThrough()) {
            var next = about(after(decided.move(), whole), open.removeFirst(), fits);
            decided = decided.and(next, decide(next));
        }
        if (open.isEmpty() || decided.move().decision().changesQueue()) return decided;
        var later = open.stream()
                .map(heard -> new Wish(
                        heard.text(),
                        heard.understanding().intent(),
                        whole.context().productId(),
                        null))
                .toList();
        return decided.promising(later, whole).waiting(later);
    }

    private Decided goOn(Situation situation, List<Wish> waiting, Function<Heard, Supplier<Recommended>> fits) {
        var decided = Decided.of(situation, policy.decide(situation));
        var beside = orders.beside(situation, decided.move());
        var open = Stream.concat(waiting.stream().filter(wish -> !asksAgain(situation, wish)), beside.stream())
                .collect(Collectors.toCollection(ArrayList::new));
        while (!open.isEmpty() && decided.move().isThrough()) {
            var wish = open.removeFirst();
            var before = after(decided.move(), situation);
            var then = before.about(before.context().withProduct(wish.productId()));
            var next = about(then, hearing.again(wish, situation), fits);
            var comes = situation.say("wish.next", Map.of("wish", title(wish, situation)));
            decided = decided.and(next, decide(next).opening(comes));
        }
        if (decided.move().decision().changesQueue()) return decided;
        var later = beside.stream().filter(open::contains).toList();
        return (later.isEmpty() ? decided : decided.promising(later, situation)).waiting(open);
    }

    /** The question that waits was asked once more while the task went on, and answered in between. */
    private boolean asksAgain(Situation situation, Wish wish) {
        return situation.state().inFlow()
                && situation.rule().handling() instanceof Handling.Answer
                && situation.intent().equals(wish.intent())
                && situation.confidence() >= Hearing.A_WISH
                && names.in(situation.heard().text(), situation.context(), situation.state())
                        .products()
                        .isEmpty();
    }

    private Move decide(Situation wish) {
        return policy.decide(wish).after("wish " + wish.intent());
    }

    /** By what it is called: nobody's own words are repeated, in which personal data may stand. */
    private static String title(Wish wish, Situation situation) {
        var title = situation.pack().title(wish.intent()).in(situation.language());
        return wish.orderId() == null ? title : title + " (" + wish.orderId() + ")";
    }

    private Situation about(Situation situation, Heard wish, Function<Heard, Supplier<Recommended>> fits) {
        var named = names.in(wish.text(), situation.context(), DialogueState.IDLE);
        var context = ContextReasoner.about(situation.context(), wish.understanding(), true, named);
        return situation.hearing(wish, context, fits.apply(wish));
    }

    /** What the move before left behind. */
    private static Situation after(Move move, Situation situation) {
        var now = situation.about(move.context());
        return move.identified().map(who -> now.with(who.customer())).orElse(now);
    }
}
