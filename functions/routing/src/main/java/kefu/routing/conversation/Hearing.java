package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kefu.model.turn.Act;
import kefu.model.turn.Expects.Option;
import kefu.model.turn.TurnRequest;
import kefu.model.understanding.Emotion;
import kefu.model.understanding.Intent;
import kefu.model.understanding.ServedBy;
import kefu.model.understanding.UnderstandRequest.Earlier;
import kefu.model.understanding.Understanding;
import kefu.routing.dialogue.Heard;
import kefu.routing.dialogue.Ordinals;
import kefu.routing.dialogue.Replies;
import kefu.routing.dialogue.Situation;
import kefu.routing.dialogue.Wish;
import kefu.routing.pack.Pack;
import kefu.routing.text.Parts;
import kefu.routing.understanding.Understander;

/** Takes in what a turn brought: words are understood; a button says itself what it means, or the words before it. */
@ApplicationScoped
class Hearing {
    /** More of them are a story. */
    private static final int MOST_WISHES = 3;
    /** How sure each part has to be meant by itself: of the shop's corpus, where nobody wants two things, 1 in 7000 is cut so. */
    static final double A_WISH = 0.8;

    private static final ServedBy BUTTON = new ServedBy("button", "1", "lexical");
    private static final String DEFAULT_LANGUAGE = "en";
    private static final Pattern ONE_LATIN_WORD = Pattern.compile("[^\\p{L}]*\\p{IsLatin}+[^\\p{L}]*");

    private final Understander understander;

    Hearing(Understander understander) {
        this.understander = understander;
    }

    /** @param wishes what was said, in parts where they want different things; the whole of it where they do not */
    record What(Heard heard, List<Heard> wishes, boolean degraded) {
        What(Heard heard, boolean degraded) {
            this(heard, List.of(heard), degraded);
        }
    }

    /** @param answers whether Kefu answers it: for an agent what was said is left whole */
    What hear(Conversation conversation, TurnRequest request, Pack pack, boolean answers) {
        if (request.text() == null || request.text().isBlank()) return wordless(conversation, request, pack);
        var chosen = chosenInWords(request.text(), conversation);
        var clarified = clarified(conversation);
        if (chosen.isPresent() && clarified.isPresent())
            return meant(chosen.get(), clarified.get(), conversation, pack);
        var recent = conversation.state.recent();
        var understood = understander.understand(request.text(), conversation.language, recent, pack);
        var understanding = understood.understanding();
        var language = tellsNoLanguage(understanding, request.text(), conversation)
                ? language(conversation)
                : understanding.replyLanguage();
        var heard = new Heard(request.text(), request.answer(), understanding, language);
        var wishes = answers ? wishes(heard, conversation, pack) : List.of(heard);
        if (wishes.size() == 1) return new What(heard, understood.degraded());
        // What is asked next is about the first of them.
        var first = understanding.wanting(wishes.getFirst().understanding());
        return new What(new Heard(heard.text(), null, first, language), wishes, understood.degraded());
    }

    /** Each part is understood after those before it: "and how much is that?" goes on asking about delivery. */
    private List<Heard> wishes(Heard whole, Conversation conversation, Pack pack) {
        var parts = Parts.of(whole.text());
        boolean asked = conversation.state.dialogue().asked() != null || whole.answer() != null;
        if (asked || parts.size() < 2 || parts.size() > MOST_WISHES) return List.of(whole);
        var wishes = new ArrayList<Heard>();
        var history = new ArrayList<>(conversation.state.recent());
        for (var part : parts) {
            var meant = understander
                    .understand(part, whole.language(), history, pack)
                    .understanding();
            boolean another =
                    wishes.stream().noneMatch(w -> w.understanding().intent().equals(meant.intent()));
            if (!another
                    || meant.confidence() < A_WISH
                    || !pack.intent(meant.intent()).isServed()) return List.of(whole);
            wishes.add(new Heard(part, null, meant, whole.language()));
            history.add(new Earlier(part, meant.intent(), Act.INFORM.json(), null));
        }
        return wishes;
    }

    /** @return a wish that had to wait, as it was understood when it was said */
    Heard again(Wish wish, Situation situation) {
        var understood = understander
                .understand(wish.text(), situation.language(), List.of(), situation.pack())
                .understanding();
        var one = wish.orderId() == null ? understood : understood.about(wish.orderId());
        return new Heard(wish.text(), null, one.meant(wish.intent()), situation.language());
    }

    private What wordless(Conversation conversation, TurnRequest request, Pack pack) {
        var chosen = request.answerTo(Replies.WHICH_INTENT).filter(pack.intents()::containsKey);
        var clarified = clarified(conversation);
        if (chosen.isPresent() && clarified.isPresent())
            return meant(chosen.get(), clarified.get(), conversation, pack);
        var heard = new Heard("", request.answer(), silent(conversation, request, chosen), language(conversation));
        return new What(heard, false);
    }

    /** @return the option of a clarifying question that is named by what it is called, or by its place */
    private static Optional<String> chosenInWords(String text, Conversation conversation) {
        var dialogue = conversation.state.dialogue();
        if (!Replies.WHICH_INTENT.equals(dialogue.asked())) return Optional.empty();
        var options = dialogue.options();
        var said = text.strip().replaceAll("[.!。！]+$", "");
        var place = Ordinals.alone(text);
        if (place.isPresent() && place.getAsInt() >= 1 && place.getAsInt() <= options.size())
            return Optional.of(options.get(place.getAsInt() - 1).value());
        return options.stream()
                .filter(option -> option.label().equalsIgnoreCase(said))
                .map(Option::value)
                .findFirst();
    }

    /** One Latin word, such as ok, is said in any language: the conversation stays in its own. */
    private static boolean tellsNoLanguage(Understanding understanding, String text, Conversation conversation) {
        return understanding.language().equals("other")
                || conversation.language != null && ONE_LATIN_WORD.matcher(text).matches();
    }

    /** @return the words that were asked about just before */
    private static Optional<String> clarified(Conversation conversation) {
        var recent = conversation.state.recent();
        return recent.isEmpty()
                ? Optional.empty()
                : Optional.of(recent.getLast())
                        .filter(turn -> Replies.WHICH_INTENT.equals(turn.expects()))
                        .map(Earlier::text)
                        .filter(text -> !text.isBlank());
    }

    /** Somebody said which of the guesses they meant: their words count, as if that had been clear at once. */
    private What meant(String intent, String said, Conversation conversation, Pack pack) {
        var recent = conversation.state.recent();
        var understood =
                understander.understand(said, conversation.language, recent.subList(0, recent.size() - 1), pack);
        var answer = new TurnRequest.Answer(Replies.WHICH_INTENT, intent);
        var heard = new Heard(said, answer, understood.understanding().meant(intent), language(conversation));
        return new What(heard, understood.degraded());
    }

    /** What somebody means who pressed a button: still what they wanted before. Attachments alone say nothing yet. */
    private static Understanding silent(Conversation conversation, TurnRequest request, Optional<String> chosen) {
        var intent = Attachments.isWordless(request)
                ? null
                : chosen.orElse(conversation.state.context().intent());
        return new Understanding(
                language(conversation),
                intent == null ? Intent.OUT_OF_SCOPE : intent,
                1,
                List.of(),
                Emotion.NEUTRAL,
                List.of(),
                null,
                BUTTON,
                0);
    }

    private static String language(Conversation conversation) {
        return conversation.language == null ? DEFAULT_LANGUAGE : conversation.language;
    }
}
