package kefu.routing.packtest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import kefu.routing.conversation.AnswerTurn;
import kefu.routing.conversation.StartConversation;
import kefu.routing.pack.PackFile;
import kefu.routing.pack.PackProblem.Mistake;
import kefu.routing.store.SampleShop;

/** Holds the conversations of a pack's tests, each in the shop as the file describes it. */
@ApplicationScoped
public class HoldConversations {
    private final StartConversation start;
    private final AnswerTurn answer;
    private final SampleShop shop;

    HoldConversations(StartConversation start, AnswerTurn answer, SampleShop shop) {
        this.start = start;
        this.answer = answer;
        this.shop = shop;
    }

    /**
     * @param pack a pack that is loaded
     * @return every expectation that was not met, each with its line
     */
    public Result hold(String pack, PackFile tests) {
        var mistakes = new ArrayList<Mistake>();
        var conversations = tests.root().path("conversations");
        int turns = 0;
        for (var conversation : conversations.properties()) {
            var script = new Script(tests, "conversations." + conversation.getKey(), conversation.getValue());
            turns += script.turns().size();
            var unknown = script.unknownKeys();
            mistakes.addAll(unknown.isEmpty() ? hold(pack, tests, script) : unknown);
        }
        if (conversations.isEmpty())
            mistakes.add(new Mistake(tests.name(), tests.line("conversations"), "has no conversations"));
        return new Result(conversations.size(), turns, mistakes);
    }

    private List<Mistake> hold(String pack, PackFile tests, Script script) {
        try {
            shop.become(tests.root().path("shop"));
        } catch (IllegalArgumentException e) {
            return List.of(new Mistake(tests.name(), tests.line("shop"), e.getMessage()));
        }
        var unmet = new ArrayList<Mistake>();
        String id;
        try {
            id = start.start("test-pack", null, script.wish(pack), script.signedIn());
        } catch (IllegalArgumentException e) {
            return List.of(new Mistake(tests.name(), tests.line(script.path()), e.getMessage()));
        }
        for (var turn : script.turns()) {
            try {
                new Expectations(tests, turn, unmet).check(answer.answer(id, null, turn.request()));
            } catch (RuntimeException e) {
                unmet.add(new Mistake(tests.name(), tests.line(turn.path()), "was not answered: " + e.getMessage()));
            }
            // What follows a turn that went another way says nothing of its own.
            if (!unmet.isEmpty()) return unmet;
        }
        script.statusesAfterwards().forEach((order, status) -> {
            var now = shop.status(order).orElse("unknown");
            if (!now.equals(status))
                unmet.add(new Mistake(
                        tests.name(),
                        tests.line(script.path() + ".afterwards." + order),
                        "order " + order + " is " + now + ", expected " + status));
        });
        return unmet;
    }

    /** @param conversations how many were held @param turns how many turns they have */
    public record Result(int conversations, int turns, List<Mistake> mistakes) {
        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }
}
