package kefu.routing.recommendation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import kefu.model.recommendation.Recommendations;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Recommendation over HTTP. Once it keeps failing it is left alone for two seconds. */
@Path("/v1/recommendations")
@RegisterRestClient(configKey = "recommendation")
interface RecommendationClient {
    @GET
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000)
    Recommendations recommend(
            @QueryParam("customerId") String customerId,
            @QueryParam("productId") String productId,
            @QueryParam("conversationId") String conversationId,
            @QueryParam("query") String query,
            @QueryParam("limit") int limit);
}
