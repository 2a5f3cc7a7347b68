package kefu.local.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kefu.local.UserError;
import kefu.local.http.Api;
import kefu.model.turn.Expects;
import kefu.model.turn.Reply;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;

/** One conversation over HTTP, remembering what the last reply asked for. */
final class Conversation {
    private final Api routing;
    private final String id;
    private Choices choices = Choices.NONE;

    private Conversation(Api routing, String id) {
        this.routing = routing;
        this.id = id;
    }

    /** @param language and {@code product} may each be null: not said */
    record Wish(String language, String product) {
        Map<String, Object> body() {
            var body = new LinkedHashMap<String, Object>();
            body.put("channel", "api");
            if (language != null) body.put("language", language);
            if (product != null) body.put("context", Map.of("productId", product));
            return body;
        }
    }

    /** @throws UserError when routing does not take it */
    static Conversation start(Api routing, Wish wish) {
        var answer = routing.send("POST", "/v1/conversations", wish.body(), Map.of());
        if (!answer.isOk()) throw new UserError("The conversation was not started: " + answer.problem());
        var id = answer.body().path("id").asText();
        boolean anonymous = routing.token().isEmpty();
        return new Conversation(
                anonymous ? routing.withToken(answer.body().path("token").asText()) : routing, id);
    }

    /** Sends a line, or the option whose number it is. @return the reply as it is shown */
    String say(String line) {
        var answer = routing.send(
                "POST",
                "/v1/conversations/" + id + "/turns",
                choices.request(line),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (!answer.isOk()) return "  (not answered: " + answer.problem() + ")";
        var turn = answer.as(TurnAnswer.class);
        choices = turn.reply() == null ? Choices.NONE : Choices.of(turn.reply());
        return Transcript.of(turn, choices);
    }

    /** The numbered options under a reply. @param slot what they answer; empty for quick replies */
    record Choices(String slot, List<Expects.Option> options, boolean many) {
        static final Choices NONE = new Choices("", List.of(), false);

        static Choices of(Reply reply) {
            if (reply.expects() != null && !reply.expects().options().isEmpty())
                return new Choices(
                        reply.expects().slot(),
                        reply.expects().options(),
                        reply.expects().many());
            return new Choices("", reply.quickReplies(), false);
        }

        /** @return an answer for numbers of options that there are; the words themselves otherwise */
        TurnRequest request(String line) {
            var numbers = line.split("[,，、\\s]+");
            boolean chosen =
                    (many || numbers.length == 1) && List.of(numbers).stream().allMatch(this::isOption);
            if (!chosen) return words(line);
            var values = List.of(numbers).stream()
                    .map(number -> options.get(Integer.parseInt(number) - 1))
                    .toList();
            if (slot.isEmpty()) return words(values.getFirst().label());
            var joined =
                    String.join(",", values.stream().map(Expects.Option::value).toList());
            return new TurnRequest(null, new TurnRequest.Answer(slot, joined), null, List.of());
        }

        private boolean isOption(String number) {
            return number.matches("[1-9]\\d?") && Integer.parseInt(number) <= options.size();
        }

        private static TurnRequest words(String text) {
            return new TurnRequest(text, null, null, List.of());
        }
    }
}
