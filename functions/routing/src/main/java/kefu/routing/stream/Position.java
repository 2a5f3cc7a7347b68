package kefu.routing.stream;

import java.util.List;
import java.util.OptionalLong;
import kefu.chassis.problem.Problem;

/** Where a listener says it stands. */
public final class Position {
    private Position() {}

    /**
     * @param lastEventId the header {@code Last-Event-ID}, which a reconnecting browser sends: it goes first
     * @param after the query parameter
     * @return the number behind which it wants to hear; empty when it says nothing
     * @throws kefu.chassis.problem.ProblemException 400 for something that no event has as its id
     */
    public static OptionalLong of(String lastEventId, String after) {
        if (lastEventId != null && !lastEventId.isBlank()) return number("Last-Event-ID", lastEventId);
        if (after != null && !after.isBlank()) return number("after", after);
        return OptionalLong.empty();
    }

    private static OptionalLong number(String field, String text) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= 0) return OptionalLong.of(number);
        } catch (NumberFormatException _) {
            // told below
        }
        throw Problem.invalid(List.of(new Problem.FieldError(field, "must be the id of an event, a whole number")))
                .asException();
    }
}
