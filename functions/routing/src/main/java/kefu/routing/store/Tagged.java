package kefu.routing.store;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import kefu.chassis.problem.Problem;

/** Answers with an {@code ETag}, and holds {@code If-Match} and {@code If-None-Match} against it (RFC 9110, 13.1). */
final class Tagged {
    private Tagged() {}

    static EntityTag tag(long version) {
        return new EntityTag("v" + version);
    }

    /** @return 304 when the caller has it already */
    static Response answer(Request request, long version, Object record) {
        var tag = tag(version);
        return Optional.ofNullable(request.evaluatePreconditions(tag))
                .orElseGet(() -> Response.ok(record))
                .tag(tag)
                .build();
    }

    /** @throws kefu.chassis.problem.ProblemException 412 unless {@code If-Match} names this version, or is not there */
    static void mustMatch(String ifMatch, Optional<Long> version) {
        if (ifMatch == null || ifMatch.isBlank()) return;
        boolean matches = version.isPresent()
                && java.util.Arrays.stream(ifMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals("\"v" + version.get() + "\""));
        if (!matches)
            throw Problem.changed("This has changed since you read it. Read it again.")
                    .asException();
    }
}
