package kefu.analytics.insight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import kefu.chassis.problem.Problem;

/** How far back one looks. Windows end now and slide bucket by bucket. */
public enum Window {
    FIVE_MINUTES("5m", Duration.ofMinutes(5), Duration.ofSeconds(10)),
    HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY("1d", Duration.ofDays(1), Duration.ofMinutes(20));

    private final String json;
    private final Duration length;
    private final Duration step;

    Window(String json, Duration length, Duration step) {
        this.json = json;
        this.length = length;
        this.step = step;
    }

    /** @throws kefu.chassis.problem.ProblemException 400 unless it is the name of a window */
    static Window of(String name) {
        return Arrays.stream(values())
                .filter(window -> window.json.equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(new Problem.FieldError(
                                "window",
                                "must be one of "
                                        + Arrays.stream(values())
                                                .map(w -> w.json)
                                                .toList())))
                        .asException());
    }

    @JsonValue
    public String json() {
        return json;
    }

    public Duration length() {
        return length;
    }

    /** @return how far apart the points of a series are */
    Duration step() {
        return step;
    }
}
