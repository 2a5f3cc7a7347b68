package kefu.recommendation;

import java.util.List;
import kefu.chassis.problem.Problem;

/** How many items a caller wants. */
public final class Limit {
    private Limit() {}

    /**
     * @param text the query parameter; null gives the default
     * @throws kefu.chassis.problem.ProblemException 400 for what is no whole number in [1, most]
     */
    public static int of(String text, int byDefault, int most) {
        if (text == null) return byDefault;
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) return limit;
        } catch (NumberFormatException e) {
            // The same answer as for a number out of range.
        }
        throw Problem.invalid(List.of(new Problem.FieldError("limit", "must be a whole number from 1 to " + most)))
                .asException();
    }
}
