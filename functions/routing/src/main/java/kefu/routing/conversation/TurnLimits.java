package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kefu.chassis.problem.Problem;
import kefu.model.turn.TurnRequest;

/** What a turn may bring. */
@ApplicationScoped
class TurnLimits {
    private static final int MOST_ATTACHMENTS = 4;
    private static final int LARGEST_ATTACHMENT = 5 * 1024 * 1024;
    private static final Map<String, Set<String>> MEDIA = Map.of(
            "image", Set.of("image/png", "image/jpeg", "image/webp"),
            "audio", Set.of("audio/wav", "audio/mpeg", "audio/ogg", "audio/webm", "audio/mp4"));
    private static final Set<String> EVERY =
            MEDIA.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

    private final ConversationConfig config;

    TurnLimits(ConversationConfig config) {
        this.config = config;
    }

    /** @throws kefu.chassis.problem.ProblemException 400, 413 or 415 */
    void check(TurnRequest request) {
        if (request == null) throw Problem.badRequest("The body is missing.").asException();
        boolean words = request.text() != null && !request.text().isBlank();
        if (!words && request.answer() == null && request.attachments().isEmpty())
            throw Problem.invalid(List.of(new Problem.FieldError("text", "is empty; send text, answer or attachments")))
                    .asException();
        if (words && request.text().codePointCount(0, request.text().length()) > config.longestUtterance())
            throw Problem.tooLarge("text has more than " + config.longestUtterance() + " characters.")
                    .asException();
        if (request.attachments().size() > MOST_ATTACHMENTS)
            throw Problem.tooLarge("At most " + MOST_ATTACHMENTS + " attachments a turn.")
                    .asException();
        request.attachments().forEach(TurnLimits::check);
    }

    private static void check(TurnRequest.Attachment attachment) {
        if (!MEDIA.containsKey(attachment.kind()))
            throw Problem.invalid(List.of(new Problem.FieldError("attachments.kind", "must be image or audio")))
                    .asException();
        mediaType(attachment.kind(), attachment.mediaType());
        if (attachment.data().isBlank())
            throw Problem.invalid(List.of(new Problem.FieldError("attachments.data", "is empty")))
                    .asException();
        size(attachment.data().length() / 4 * 3);
        try {
            Base64.getDecoder().decode(attachment.data());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(List.of(new Problem.FieldError("attachments.data", "is not base64 (RFC 4648)")))
                    .asException();
        }
    }

    /** @return a media type in lower case and without its parameters, as they mean nothing here (RFC 9110, 8.3.1) */
    static String essence(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** @throws kefu.chassis.problem.ProblemException 415 */
    static void mediaType(String kind, String mediaType) {
        var allowed = MEDIA.getOrDefault(kind, EVERY);
        if (!allowed.contains(essence(mediaType)) || !MEDIA.containsKey(kind))
            throw Problem.of(
                            415,
                            "media-type",
                            "Media type not supported",
                            "An attachment may be " + allowed.stream().sorted().toList() + ".")
                    .asException();
    }

    /** @throws kefu.chassis.problem.ProblemException 413 */
    static void size(long bytes) {
        if (bytes > LARGEST_ATTACHMENT)
            throw Problem.tooLarge("An attachment is larger than 5 MiB.").asException();
    }
}
