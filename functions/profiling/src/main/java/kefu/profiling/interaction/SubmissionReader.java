package kefu.profiling.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kefu.chassis.problem.Problem;
import kefu.chassis.problem.Problem.FieldError;

/** Reads the body of a request as interactions, in whichever of the forms it is. */
@Singleton
class SubmissionReader {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final ObjectMapper json;
    private final InteractionReader interactions;
    private final InteractionConfig config;

    SubmissionReader(ObjectMapper json, InteractionReader interactions, InteractionConfig config) {
        this.json = json;
        this.interactions = interactions;
        this.config = config;
    }

    /**
     * @param ownId the customer who sends it, whose interactions need not say so; empty for staff
     * @throws kefu.chassis.problem.ProblemException 400 with an error for each interaction that is not right, 413 for too many
     */
    List<Submission> read(byte[] body, HttpHeaders headers, Optional<String> ownId) {
        var items = items(tree(body), headers);
        var submissions = new ArrayList<Submission>();
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < items.size(); i++) {
            try {
                submissions.add(interactions.read(envelope(items.get(i), headers), ownId));
            } catch (Refused e) {
                errors.add(new FieldError(e.field(i), e.getMessage()));
            }
        }
        if (!errors.isEmpty()) throw Problem.invalid(errors).asException();
        return submissions;
    }

    private JsonNode tree(byte[] body) {
        try {
            var tree = json.readTree(body);
            if (tree == null || tree.isMissingNode())
                throw Problem.badRequest("The body is empty.").asException();
            return tree;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw Problem.badRequest("The body is not valid JSON at line %d, column %d."
                            .formatted(at.getLineNr(), at.getColumnNr()))
                    .asException();
        } catch (IOException e) {
            throw Problem.badRequest("The body cannot be read.").asException();
        }
    }

    private List<JsonNode> items(JsonNode tree, HttpHeaders headers) {
        boolean many = is(BATCH, headers) || isPlain(headers) && tree.isArray();
        if (!many) return List.of(tree);
        if (!tree.isArray())
            throw Problem.badRequest("A batch is a JSON array.").asException();
        if (tree.isEmpty()) throw Problem.badRequest("The batch is empty.").asException();
        if (tree.size() > config.batch())
            throw Problem.tooLarge(
                            "At most %d interactions a request, these are %d.".formatted(config.batch(), tree.size()))
                    .asException();
        var items = new ArrayList<JsonNode>(tree.size());
        tree.forEach(items::add);
        return items;
    }

    private Envelope envelope(JsonNode item, HttpHeaders headers) {
        if (is(STRUCTURED, headers) || is(BATCH, headers)) return Envelope.structured(item, json);
        return isPlain(headers) ? Envelope.plain(item) : Envelope.binary(headers, item);
    }

    private static boolean isPlain(HttpHeaders headers) {
        return !is(STRUCTURED, headers) && !is(BATCH, headers) && headers.getHeaderString("ce-specversion") == null;
    }

    private static boolean is(String mediaType, HttpHeaders headers) {
        var type = headers.getMediaType();
        return type != null && mediaType.equals(type.getType() + "/" + type.getSubtype());
    }
}
