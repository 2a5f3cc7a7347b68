package kefu.chassis.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kefu.model.Ids;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps what can go wrong in a request to a problem, which a native build does not see behind a bare response. */
@RegisterForReflection(targets = {Problem.class, Problem.FieldError.class})
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]$");

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        var response = response(e.problem());
        e.headers().forEach(response::header);
        return response.build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        if (e.getConstraintViolations().stream().anyMatch(ProblemMappers::missesTheBody))
            return answer(Problem.badRequest("The body is missing."));
        return answer(Problem.invalid(e.getConstraintViolations().stream()
                .map(v -> new Problem.FieldError(field(v), v.getMessage()))
                .toList()));
    }

    @ServerExceptionMapper({
        JsonMappingException.class,
        UnrecognizedPropertyException.class,
        ValueInstantiationException.class
    })
    Response wrongValue(JsonMappingException e) {
        if (e.getCause() instanceof JsonParseException malformed) return malformed(malformed);
        return answer(Problem.invalid(List.of(Problem.FieldError.of(e))));
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException e) {
        var at = e.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        return answer(Problem.badRequest("The body is not valid JSON" + at + "."));
    }

    @ServerExceptionMapper
    Response illegal(IllegalArgumentException e) {
        return answer(Problem.badRequest(e.getMessage() == null ? "A value is not valid." : e.getMessage()));
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException e) {
        return answer(Problem.unauthenticated());
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException e) {
        return response(
                        Problem.unauthenticated("The bearer token is not valid, or has expired."),
                        "Bearer error=\"invalid_token\"")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(Problem.forbidden("This token's role does not allow it."));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonMappingException mapping) return wrongValue(mapping);
        if (e.getCause() instanceof JsonProcessingException json) return malformed(json);
        int status = e.getResponse().getStatus();
        if (status < 400) return e.getResponse();
        return answer(
                switch (status) {
                    case 400 ->
                        Problem.badRequest("The request cannot be read. Is the body there, and of the right type?");
                    case 404 -> notFound(e, uri);
                    case 405 -> Problem.of(405, "method", "Method not allowed", "This method does not exist here.");
                    case 406 -> Problem.of(406, "not-acceptable", "Not acceptable", "No such media type here.");
                    case 413 -> Problem.tooLarge("The body is too large.");
                    case 415 -> Problem.of(415, "media-type", "Media type not supported", "Send application/json.");
                    default -> Problem.of(status, "http-" + status, "Failed", "The request failed.");
                });
    }

    /**
     * A parameter of the query that is no number is answered as if the resource were missing, and only the cause's message
     * tells which it was: it quotes what was given.
     */
    private static Problem notFound(WebApplicationException e, UriInfo uri) {
        var cause = e.getCause() instanceof IllegalArgumentException unread ? String.valueOf(unread.getMessage()) : "";
        var wrong = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(value -> cause.contains('"' + value + '"')))
                .map(parameter ->
                        new Problem.FieldError(parameter.getKey(), "must be a whole number, and not too large"))
                .toList();
        return wrong.isEmpty() ? Problem.notFound("There is nothing here.") : Problem.invalid(wrong);
    }

    /** Anything else is a bug or a broken dependency: the caller gets a reference, the log the cause. */
    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        if (TransientFailure.is(e)) return unavailable(e);
        var reference = Ids.next();
        LOG.errorf(e, "Unexpected failure %s", reference);
        return answer(Problem.of(
                500, "unexpected", "Something went wrong here", "It is not your fault. Reference " + reference + "."));
    }

    private static Response unavailable(Throwable e) {
        LOG.warnf("Unavailable: %s", e.getMessage());
        return response(Problem.unavailable("The database could not be reached or was busy. Try again in a moment."))
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response answer(Problem problem) {
        return response(problem).build();
    }

    private static Response.ResponseBuilder response(Problem problem) {
        return response(problem, "Bearer");
    }

    /** @param challenge what a 401 must say (RFC 9110, 11.6.1), in the words of RFC 6750 */
    private static Response.ResponseBuilder response(Problem problem, String challenge) {
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == 401 ? response.header("WWW-Authenticate", challenge) : response;
    }

    /** Nothing but a body has to be there: what else is asked for by {@code @NotNull} is a field in it. */
    private static boolean missesTheBody(ConstraintViolation<?> violation) {
        return nodes(violation).size() == 1
                && violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
    }

    /** As the caller wrote it: a field of the body, or the parameter's name; the body's own name is ours. */
    private static String field(ConstraintViolation<?> violation) {
        var nodes = nodes(violation);
        if (nodes.size() == 1) return nodes.getFirst().toString();
        var place = INDEX.matcher(nodes.getFirst().toString()).results().map(index -> index.group(1));
        var names = nodes.stream()
                .skip(1)
                .filter(node -> node.getKind() != ElementKind.CONTAINER_ELEMENT)
                .map(Path.Node::toString);
        return Stream.concat(place, names).collect(Collectors.joining("."));
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(1)
                .toList();
    }
}
