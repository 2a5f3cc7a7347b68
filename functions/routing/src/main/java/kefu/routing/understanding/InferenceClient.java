package kefu.routing.understanding;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import kefu.model.understanding.EmbedRequest;
import kefu.model.understanding.Embeddings;
import kefu.model.understanding.UnderstandRequest;
import kefu.model.understanding.Understanding;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Inference over HTTP. Once it keeps failing it is left alone for two seconds, so that turns do not wait for it. */
@Path("/v1")
@RegisterRestClient(configKey = "inference")
public interface InferenceClient {
    @POST
    @Path("/understand")
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000)
    Understanding understand(UnderstandRequest request);

    @POST
    @Path("/embed")
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000)
    Embeddings embed(EmbedRequest request);
}
