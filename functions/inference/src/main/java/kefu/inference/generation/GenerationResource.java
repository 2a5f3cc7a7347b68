package kefu.inference.generation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import kefu.chassis.problem.Problem;
import kefu.inference.generation.Wording.Worded;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * {@code POST /v1/generate}: says a template in better words, as JSON or, for those who accept it, as a stream: an event
 * {@code text} for each sentence and at the end {@code answer}, which is what is to be shown.
 */
@Path("/v1/generate")
@PermitAll
class GenerationResource {
    private final Reword reword;

    GenerationResource(Reword reword) {
        this.reword = reword;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A template in better words; 501 while no language model is configured")
    public Worded reword(Wording wording) {
        check(wording);
        return reword.reword(wording, _ -> {});
    }

    @POST
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "The same, sentence by sentence")
    public Multi<OutboundSseEvent> stream(Wording wording, @Context Sse sse) {
        check(wording);
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(events -> {
                    Worded answer =
                            reword.reword(wording, text -> events.emit(event(sse, "text", Map.of("text", text))));
                    events.emit(event(sse, "answer", answer));
                    events.complete();
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static OutboundSseEvent event(Sse sse, String name, Object data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data)
                .build();
    }

    private void check(Wording wording) {
        if (!reword.isConfigured())
            throw Problem.notConfigured(
                            "No engine for a language model is configured here: set kefu.inference.generation.url.")
                    .asException();
        if (wording == null) throw Problem.badRequest("The body is missing.").asException();
    }
}
