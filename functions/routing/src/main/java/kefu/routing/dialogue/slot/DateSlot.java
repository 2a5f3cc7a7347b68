package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A day to come. */
@ApplicationScoped
class DateSlot implements SlotKind {
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Clock clock;

    DateSlot(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "date";
    }

    @Override
    public boolean canBeCorrected() {
        return true;
    }

    @Override
    public Reading read(Asking asking) {
        var said = asking.chosen()
                .or(() -> asking.situation().heard().entity("date"))
                .orElse(asking.text());
        var found = ISO.matcher(said);
        if (!found.find()) return asking.asked() ? new Reading.Wrong("again.date") : new Reading.Nothing();
        try {
            var day = LocalDate.parse(found.group());
            if (day.isAfter(LocalDate.now(clock.withZone(ZoneOffset.UTC)))) return new Reading.Filled(day.toString());
        } catch (DateTimeParseException notADay) {
            return new Reading.Wrong("again.date");
        }
        // A day that has passed is part of the story, not the wish, unless it answers the question.
        return asking.asked() ? new Reading.Wrong("again.date") : new Reading.Nothing();
    }
}
