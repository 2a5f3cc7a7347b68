package kefu.routing.conversation;

import java.util.List;
import java.util.stream.Collectors;
import kefu.model.turn.Act;
import kefu.model.turn.Reply;
import kefu.model.turn.TurnRequest;
import kefu.routing.dialogue.Decision;
import kefu.routing.dialogue.Situation;

/**
 * Pictures and speech of a turn. Nothing understands them yet: the reply says so in the customer's language, and the
 * answer names what was missing.
 */
final class Attachments {
    private Attachments() {}

    /** @return {@code vision}, {@code speech}, or nothing */
    static List<String> degraded(TurnRequest request) {
        return kinds(request).stream()
                .map(kind -> kind.equals("image") ? "vision" : "speech")
                .toList();
    }

    /** @return the reply with a word on what could not be taken in; that alone where nothing else was asked or said */
    static Reply noted(Reply reply, Decision decision, TurnRequest request, Situation situation) {
        if (request.attachments().isEmpty()) return reply;
        var note = kinds(request).stream()
                .map(kind -> situation.say("attachment." + kind))
                .collect(Collectors.joining("\n"));
        if (isWordless(request) && decision instanceof Decision.Say)
            return new Reply(Act.CLARIFY, note, null, List.of(), List.of());
        return new Reply(
                reply.act(), note + "\n" + reply.text(), reply.expects(), reply.quickReplies(), reply.sources());
    }

    /** @return whether the attachments are all there is */
    static boolean isWordless(TurnRequest request) {
        return (request.text() == null || request.text().isBlank())
                && request.answer() == null
                && !request.attachments().isEmpty();
    }

    /** @return what stands for them where words are shown: {@code [image]} */
    static String marks(TurnRequest request) {
        return request.attachments().stream()
                .map(attachment -> "[" + attachment.kind() + "]")
                .collect(Collectors.joining(" "));
    }

    private static List<String> kinds(TurnRequest request) {
        return request.attachments().stream()
                .map(TurnRequest.Attachment::kind)
                .distinct()
                .sorted()
                .toList();
    }
}
