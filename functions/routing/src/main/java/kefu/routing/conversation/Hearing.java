package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kefu.model.turn.TurnRequest;
import kefu.model.understanding.Emotion;
import kefu.model.understanding.Intent;
import kefu.model.understanding.ServedBy;
import kefu.model.understanding.Understanding;
import kefu.routing.dialogue.Heard;
import kefu.routing.pack.Pack;
import kefu.routing.understanding.Understander;

/** Takes in what a turn brought: words are understood, a button says itself what it means. */
@ApplicationScoped
class Hearing {
    private static final ServedBy BUTTON = new ServedBy("button", "1", "lexical");
    private static final String DEFAULT_LANGUAGE = "en";

    private final Understander understander;

    Hearing(Understander understander) {
        this.understander = understander;
    }

    record What(Heard heard, boolean degraded) {}

    What hear(Conversation conversation, TurnRequest request, Pack pack) {
        if (request.text() == null || request.text().isBlank()) {
            var heard = new Heard("", request.answer(), silent(conversation, request), language(conversation));
            return new What(heard, false);
        }
        var understood =
                understander.understand(request.text(), conversation.language, conversation.state.recent(), pack);
        var understanding = understood.understanding();
        var language =
                understanding.language().equals("other") ? language(conversation) : understanding.replyLanguage();
        return new What(new Heard(request.text(), request.answer(), understanding, language), understood.degraded());
    }

    /** What somebody means who pressed a button: still what they wanted before. Attachments alone say nothing yet. */
    private static Understanding silent(Conversation conversation, TurnRequest request) {
        var intent = Attachments.isWordless(request)
                ? null
                : conversation.state.context().intent();
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
