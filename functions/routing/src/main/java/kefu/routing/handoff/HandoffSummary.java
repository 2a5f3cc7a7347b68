package kefu.routing.handoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kefu.chassis.privacy.Masking;
import kefu.model.shop.LocalText;
import kefu.model.turn.Expects;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import kefu.model.understanding.Entity;

/**
 * What an agent should know before they take a conversation: what is wanted, who asks, about what, in which mood, what was
 * tried, and the last words. Personal data is masked; the agent finds it in the conversation itself.
 *
 * @param language it is written in, {@code zh} or {@code en}
 * @param text a few lines
 */
public record HandoffSummary(String language, String text) {
    /** As many turns as are worth passing in. */
    public static final int TURNS = 8;

    private static final int QUOTED = 4;
    private static final int LONGEST_QUOTE = 160;

    /** What a customer sent and what was answered. */
    public record Exchange(TurnRequest request, TurnAnswer answer) {}

    /**
     * @param turns the last turns, oldest first
     * @param language of the conversation; else that of the last turn counts, else English
     * @param titles what a person calls an intent
     */
    public static HandoffSummary of(
            List<Exchange> turns,
            Optional<String> language,
            Optional<String> customerId,
            Function<String, LocalText> titles) {
        var written = written(language.or(() -> last(
                turns,
                t -> t.answer().understanding() == null
                        ? null
                        : t.answer().understanding().language())));
        var words = SummaryWords.of(written);
        var lines = new ArrayList<String>();
        var wanted = wanted(turns).map(titles).map(title -> title.in(written));
        lines.add(about(turns, wanted, customerId, words));
        mood(turns, words).ifPresent(lines::add);
        tried(turns, words).ifPresent(lines::add);
        for (int i = Math.max(0, turns.size() - QUOTED); i < turns.size(); i++)
            quote(turns.get(i), i == 0 ? null : asked(turns.get(i - 1)), words, lines);
        return new HandoffSummary(written, String.join("\n", lines));
    }

    private static String written(Optional<String> language) {
        return language.filter(l -> l.startsWith("zh") || l.equals("mixed")).isPresent() ? "zh" : "en";
    }

    private static String about(
            List<Exchange> turns, Optional<String> wanted, Optional<String> customerId, SummaryWords words) {
        var facts = new ArrayList<String>();
        wanted.ifPresent(what -> facts.add(words.wants() + ": " + what));
        facts.add(words.customer() + ": " + customerId.orElse(words.unknown()));
        last(turns, t -> context(t, c -> c.orderId())).ifPresent(id -> facts.add(words.order() + ": " + id));
        last(turns, t -> context(t, c -> c.productId())).ifPresent(id -> facts.add(words.product() + ": " + id));
        return String.join(" · ", facts);
    }

    private static Optional<String> wanted(List<Exchange> turns) {
        return last(turns, t -> context(t, c -> c.intent()))
                .or(() -> last(
                        turns,
                        t -> t.answer().understanding() == null
                                ? null
                                : t.answer().understanding().intent()));
    }

    private static String context(Exchange turn, Function<kefu.model.turn.TurnContext, String> part) {
        var context = turn.answer().context();
        return context == null ? null : part.apply(context);
    }

    /** The moods in their order, each once while it lasts, at its strongest. */
    private static Optional<String> mood(List<Exchange> turns, SummaryWords words) {
        var moods = new ArrayList<kefu.model.understanding.Emotion>();
        for (var turn : turns) {
            var felt = turn.answer().understanding() == null
                    ? null
                    : turn.answer().understanding().emotion();
            if (felt == null) continue;
            if (moods.isEmpty() || !moods.getLast().label().equals(felt.label())) moods.add(felt);
            else if (felt.intensity() > moods.getLast().intensity()) moods.set(moods.size() - 1, felt);
        }
        if (moods.isEmpty()) return Optional.empty();
        return Optional.of(
                words.mood() + ": " + moods.stream().map(m -> mood(m, words)).collect(Collectors.joining(" → ")));
    }

    private static String mood(kefu.model.understanding.Emotion felt, SummaryWords words) {
        var name = words.emotion(felt.label());
        return felt.label().equals("neutral") ? name : name + String.format(Locale.ROOT, " %.1f", felt.intensity());
    }

    private static Optional<String> tried(List<Exchange> turns, SummaryWords words) {
        var tried = turns.stream()
                .flatMap(t -> t.answer().actions().stream())
                .map(action -> action.name() + " (" + words.status(action.status()) + ")")
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (!turns.isEmpty() && asked(turns.getLast()) != null)
            tried.add(words.asked() + ": " + asked(turns.getLast()));
        return tried.isEmpty() ? Optional.empty() : Optional.of(words.tried() + ": " + String.join(", ", tried));
    }

    /** @return the slot a turn's reply asked for; null for none */
    private static String asked(Exchange turn) {
        var reply = turn.answer().reply();
        return reply == null || reply.expects() == null ? null : reply.expects().slot();
    }

    private static void quote(Exchange turn, String asked, SummaryWords words, List<String> lines) {
        lines.add("> " + words.customerSaid() + ": " + cut(said(turn, asked)));
        if (turn.answer().reply() != null)
            lines.add("> " + words.kefuSaid() + ": "
                    + cut(Masking.mask(turn.answer().reply().text())));
    }

    private static String said(Exchange turn, String asked) {
        var request = turn.request();
        var text = request.text() != null
                ? Expects.saysWho(asked, request.text()) ? "[person]" : masked(request.text(), turn.answer())
                : request.answer() != null ? "[" + request.answer().slot() + "]" : "";
        var kinds =
                request.attachments().stream().map(a -> "[" + a.kind() + "]").collect(Collectors.joining(" "));
        return (text + " " + kinds).strip();
    }

    /** Names and addresses have no shape of their own: what was understood says where they are. */
    private static String masked(String text, TurnAnswer answer) {
        var points = new StringBuilder(text);
        if (answer.understanding() != null)
            answer.understanding().entities().stream()
                    .filter(e -> e.personal() && e.end() <= text.codePointCount(0, text.length()))
                    .sorted(Comparator.comparingInt(Entity::start).reversed())
                    .forEach(e -> points.replace(
                            text.offsetByCodePoints(0, e.start()),
                            text.offsetByCodePoints(0, e.end()),
                            "[" + e.type() + "]"));
        return Masking.mask(points.toString());
    }

    private static String cut(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    private static Optional<String> last(List<Exchange> turns, Function<Exchange, String> part) {
        return turns.reversed().stream().map(part).filter(Objects::nonNull).findFirst();
    }
}
