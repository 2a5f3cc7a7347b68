package kefu.local.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kefu.local.home.HomeOption;
import kefu.local.home.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kefu status}. */
@Command(
        name = "status",
        description = "Tell what runs, since when, and with how much memory.",
        footer = {"", "Exit status: 0 when everything runs, 1 when something does not."})
public final class StatusCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--json", description = "As JSON")
    private boolean json;

    public StatusCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var home = homeOption.home();
        var all = Running.all(home, Ports.of(home));
        System.out.println(
                json
                        ? new ObjectMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(
                                        all.stream().map(StatusCommand::json).toList())
                        : table(all, clock.instant()));
        return all.stream().allMatch(Running::isWell) ? 0 : 1;
    }

    static String table(List<Running> all, Instant now) {
        if (all.stream().allMatch(part -> part.pid() == 0)) return "Nothing runs here. ./kefu up starts it.";
        var text = new StringBuilder(row("", "", "pid", "for", "memory", ""));
        for (var part : all)
            text.append(row(
                    part.name(),
                    part.state(),
                    part.pid() == 0 ? "" : Long.toString(part.pid()),
                    part.upFor(now).map(StatusCommand::shortly).orElse(""),
                    part.pid() == 0 ? "" : megabytes(part.memory()),
                    part.where()));
        long total = all.stream().mapToLong(Running::memory).sum();
        return text.append(row("total", "", "", "", megabytes(total), "")).toString();
    }

    private static String row(String name, String state, String pid, String since, String memory, String where) {
        return String.format(Locale.ROOT, "%-15s %-12s %8s %8s %9s  %s", name, state, pid, since, memory, where)
                        .stripTrailing()
                + "\n";
    }

    static String shortly(Duration duration) {
        if (duration.toDays() > 0) return duration.toDays() + "d " + duration.toHoursPart() + "h";
        if (duration.toHours() > 0) return duration.toHours() + "h " + duration.toMinutesPart() + "m";
        if (duration.toMinutes() > 0) return duration.toMinutes() + "m " + duration.toSecondsPart() + "s";
        return duration.toSeconds() + "s";
    }

    private static String megabytes(long bytes) {
        return bytes / (1024 * 1024) + " MB";
    }

    private static Map<String, Object> json(Running part) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", part.name());
        fields.put("state", part.state());
        if (part.pid() != 0) fields.put("pid", part.pid());
        part.since().ifPresent(since -> fields.put("since", since.toString()));
        fields.put("memoryBytes", part.memory());
        fields.put("where", part.where());
        return fields;
    }
}
