package kefu.recommendation.recommend;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import kefu.chassis.caller.Caller;
import kefu.model.recommendation.Recommendations;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Recommendations over HTTP. */
@Path("/v1/recommendations")
@Produces(MediaType.APPLICATION_JSON)
class RecommendationResource {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_QUERY = 1000;

    private final RecommendProducts recommend;
    private final RecommendConfig config;
    private final Caller caller;

    RecommendationResource(RecommendProducts recommend, RecommendConfig config, Caller caller) {
        this.recommend = recommend;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Products that fit, best first, each with a true reason",
            description = "A customer's past is used when the caller is that customer, staff, or a function of the "
                    + "cluster; otherwise the answer is the one for somebody unknown.")
    public Recommendations get(
            @QueryParam("customerId") @Size(max = LONGEST_ID) String customerId,
            @QueryParam("productId") @Size(max = LONGEST_ID) String productId,
            @QueryParam("conversationId") @Size(max = LONGEST_ID) String conversationId,
            @QueryParam("query") @Size(max = LONGEST_QUERY) String query,
            @QueryParam("limit") @DefaultValue("5") @Min(1) @Max(50) int limit) {
        return recommend.recommend(new Question(
                given(customerId).filter(this::maySpeakFor),
                given(productId),
                given(conversationId),
                query == null ? "" : query,
                limit));
    }

    private boolean maySpeakFor(String customerId) {
        if (caller.isAnonymous()) return config.trustedNetwork();
        return caller.isStaff()
                || caller.customerId().filter(customerId::equals).isPresent();
    }

    private static Optional<String> given(String parameter) {
        return Optional.ofNullable(parameter).filter(p -> !p.isBlank());
    }
}
