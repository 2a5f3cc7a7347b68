package kefu.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A problem (RFC 9457).
 *
 * @param type a stable name that a client may switch on: {@code urn:kefu:problem:not-found}
 * @param title the same for every problem of its type
 * @param status the HTTP status
 * @param detail what is wrong this time; never a stack trace, never another customer's data
 * @param errors what is wrong with single fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param field where, as a path ({@code answer.slot}) @param message what is wrong there */
    public record FieldError(String field, String message) {
        /** @return what Jackson found wrong, in words for the caller: where, and why, without class names */
        public static FieldError of(JsonMappingException e) {
            return new FieldError(path(e), reason(e));
        }

        private static String path(JsonMappingException e) {
            var path = e.getPath().stream()
                    .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                    .collect(Collectors.joining("."));
            return path.isEmpty() ? "body" : path;
        }

        private static String reason(JsonMappingException e) {
            return switch (e) {
                case UnrecognizedPropertyException unknown ->
                    "is not a field here; known are "
                            + unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .toList();
                // A record's constructor refused a value: its message says which and why.
                case ValueInstantiationException refused
                when refused.getCause() != null -> refused.getCause().getMessage();
                case JsonMappingException _
                when e.getCause() instanceof IllegalArgumentException refused -> refused.getMessage();
                case InvalidFormatException number
                when number.getValue() instanceof Double || number.getValue() instanceof BigDecimal ->
                    "must be a whole number without a point, is " + number.getValue();
                default -> "has a value of the wrong kind";
            };
        }
    }

    public static Problem of(int status, String name, String title, String detail) {
        return new Problem("urn:kefu:problem:" + name, title, status, detail, List.of());
    }

    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "The request cannot be understood", detail);
    }

    public static Problem invalid(List<FieldError> errors) {
        var detail = errors.isEmpty()
                ? "A value is not valid."
                : errors.getFirst().field() + ": " + errors.getFirst().message();
        return new Problem("urn:kefu:problem:invalid", "Values are not valid", 400, detail, errors);
    }

    /** Of a caller without any token. */
    public static Problem unauthenticated() {
        return unauthenticated("A bearer token is needed.");
    }

    public static Problem unauthenticated(String detail) {
        return of(401, "unauthenticated", "Who are you?", detail);
    }

    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "Not allowed", detail);
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    public static Problem conflict(String name, String detail) {
        return of(409, name, "Conflict", detail);
    }

    public static Problem changed(String detail) {
        return of(412, "changed", "Changed by somebody else", detail);
    }

    public static Problem tooLarge(String detail) {
        return of(413, "too-large", "Too large", detail);
    }

    public static Problem refused(String name, String detail) {
        return of(422, name, "Not possible", detail);
    }

    public static Problem tooMany(String detail) {
        return of(429, "too-many-requests", "Too many requests", detail);
    }

    public static Problem notConfigured(String detail) {
        return of(501, "not-configured", "Not configured", detail);
    }

    public static Problem unavailable(String detail) {
        return of(503, "unavailable", "Not available at the moment", detail);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
