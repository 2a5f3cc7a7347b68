package kefu.inference.understand;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import kefu.chassis.problem.Problem;
import kefu.inference.models.InferenceConfig;
import kefu.inference.models.Models;
import kefu.model.understanding.EmbedRequest;
import kefu.model.understanding.Embeddings;
import kefu.model.understanding.UnderstandRequest;
import kefu.model.understanding.Understanding;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Understanding and vectors over HTTP. Called within the cluster alone; the network policy guards it. On pooled threads: a
 * text that comes alone is encoded on the request's own, and a virtual one would hold its carrier while native code runs.
 */
@Path("/v1")
@PermitAll
@Blocking
class UnderstandResource {
    private static final String MODEL = "Kefu-Model";

    private final Understand understand;
    private final Models models;
    private final InferenceConfig config;

    UnderstandResource(Understand understand, Models models, InferenceConfig config) {
        this.understand = understand;
        this.models = models;
        this.config = config;
    }

    /**
     * What to understand.
     *
     * @param text a text, or a list of texts: one answer each
     * @param language where the caller knows it: {@code zh} or {@code en}
     * @param history earlier turns of the conversation, oldest first
     */
    record Question(
            @Schema(oneOf = {String.class, String[].class}) Utterances text,
            String language,
            List<UnderstandRequest.Earlier> history) {
        Question {
            if (text == null) throw new IllegalArgumentException("text is missing");
            if (history != null && history.stream().anyMatch(java.util.Objects::isNull))
                throw new IllegalArgumentException("history holds null");
            if (language != null && !language.matches("(?i)(zh|en)([-_].*)?|mixed|other"))
                throw new IllegalArgumentException("language must be zh or en, is " + language);
        }
    }

    @POST
    @Path("understand")
    @Operation(summary = "What an utterance means: intent, emotion, entities, language, vector")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Understanding.class)))
    public Object understand(
            Question question, @HeaderParam(MODEL) String model, @Context HttpServerResponse response) {
        if (question == null) throw Problem.badRequest("The body is missing.").asException();
        limit(question.text().texts().size());
        List<UnderstandRequest> requests = question.text().texts().stream()
                .map(text -> new UnderstandRequest(text, question.language(), question.history()))
                .toList();
        List<Understanding> answers =
                understand.understand(requests, models.choose(model), new ClosedConnection(response));
        return question.text().listed() ? answers : answers.getFirst();
    }

    @POST
    @Path("embed")
    @Operation(summary = "The vectors of texts, of unit length")
    public Embeddings embed(
            EmbedRequest request, @HeaderParam(MODEL) String model, @Context HttpServerResponse response) {
        if (request == null) throw Problem.badRequest("The body is missing.").asException();
        limit(request.texts().size());
        return understand.embed(request, models.choose(model), new ClosedConnection(response));
    }

    private void limit(int texts) {
        if (texts > config.mostTexts())
            throw Problem.tooLarge("At most %d texts in one request, not %d.".formatted(config.mostTexts(), texts))
                    .asException();
    }
}
