package kefu.routing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kefu.chassis.problem.Problem;
import kefu.model.turn.TurnRequest;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * Reads a turn that comes as a form ({@code multipart/form-data}, RFC 7578): {@code text}; {@code answer} and
 * {@code context} as JSON; {@code attachments}, a file each.
 */
@ApplicationScoped
class TurnForm {
    private static final Set<String> PARTS = Set.of("text", "answer", "context", "attachments");

    /** The parts as the API's description shows them. */
    record Parts(String text, TurnRequest.Answer answer, TurnRequest.PageContext context, List<byte[]> attachments) {}

    private final ObjectMapper json;

    TurnForm(ObjectMapper json) {
        this.json = json;
    }

    /** @throws kefu.chassis.problem.ProblemException 400 for another part or one that is not readable, 413, 415 */
    TurnRequest read(MultipartFormDataInput form) {
        var parts = form.getValues();
        var unknown = parts.keySet().stream()
                .filter(part -> !PARTS.contains(part))
                .sorted()
                .toList();
        if (!unknown.isEmpty())
            throw Problem.invalid(unknown.stream()
                            .map(part -> new Problem.FieldError(part, "is not a part of a turn"))
                            .toList())
                    .asException();
        var attachments = new ArrayList<TurnRequest.Attachment>();
        for (var file : parts.getOrDefault("attachments", List.of())) attachments.add(attachment(file));
        return new TurnRequest(
                only("text", parts),
                value("answer", parts, TurnRequest.Answer.class),
                value("context", parts, TurnRequest.PageContext.class),
                attachments);
    }

    private static String only(String part, Map<String, ? extends Collection<FormValue>> parts) {
        var given = parts.get(part);
        if (given == null || given.isEmpty()) return null;
        var value = given.iterator().next();
        if (given.size() > 1 || value.isFileItem()) throw invalid(part, "must be one part with a value");
        return value.getValue();
    }

    private <T> T value(String part, Map<String, ? extends Collection<FormValue>> parts, Class<T> type) {
        var given = only(part, parts);
        if (given == null || given.isBlank()) return null;
        try {
            return json.readValue(given, type);
        } catch (JsonProcessingException e) {
            throw invalid(part, "is not the JSON that is expected here");
        }
    }

    private static TurnRequest.Attachment attachment(FormValue part) {
        if (!part.isFileItem()) throw invalid("attachments", "must be files");
        var named = part.getHeaders().getFirst("Content-Type");
        var mediaType = named == null ? "" : TurnLimits.essence(named);
        var kind = mediaType.split("/")[0];
        TurnLimits.mediaType(kind, mediaType);
        try {
            TurnLimits.size(part.getFileItem().getFileSize());
            try (var in = part.getFileItem().getInputStream()) {
                var data = Base64.getEncoder().encodeToString(in.readAllBytes());
                if (data.isEmpty()) throw invalid("attachments", "is an empty file");
                return new TurnRequest.Attachment(kind, mediaType, data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException invalid(String part, String why) {
        return Problem.invalid(List.of(new Problem.FieldError(part, why))).asException();
    }
}
