package kefu.local.chat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Locale;
import kefu.model.recommendation.RecommendedProduct;
import kefu.model.turn.Source;
import kefu.model.turn.TurnAnswer;

/** A reply as text for the terminal: words, numbered options, sources, products, what was understood. */
final class Transcript {
    private static final int WIDEST_QUOTE = 90;

    private Transcript() {}

    static String of(TurnAnswer turn, Conversation.Choices choices) {
        var lines = new ArrayList<String>();
        lines.add("");
        if (turn.reply() == null) lines.add("(A person has this conversation now and answers there.)");
        else lines.add(turn.reply().text());
        for (int i = 0; i < choices.options().size(); i++)
            lines.add("  " + (i + 1) + ") " + choices.options().get(i).label());
        if (turn.reply() != null) turn.reply().sources().forEach(source -> lines.add("  · " + source(source)));
        turn.recommendations().forEach(product -> lines.add("  ★ " + product(product, language(turn))));
        turn.actions().forEach(action -> lines.add("  ⚙ " + action.name() + " " + action.status()));
        if (turn.handoff() != null)
            lines.add("  ☎ handed over: " + turn.handoff().status());
        lines.add(String.format(
                Locale.ROOT,
                "  [%s %.2f%s]",
                turn.understanding().intent(),
                turn.understanding().confidence(),
                turn.degraded().isEmpty() ? "" : ", without " + String.join(", ", turn.degraded())));
        return String.join("\n", lines) + "\n";
    }

    /** @return the language of the words around the product's name */
    private static String language(TurnAnswer turn) {
        boolean chinese = turn.reply() == null
                ? turn.understanding().language().startsWith("zh")
                : turn.reply().text().codePoints().anyMatch(Character::isIdeographic);
        return chinese ? "zh" : "en";
    }

    private static String product(RecommendedProduct product, String language) {
        var reason = product.reason() == null ? "" : "  (" + product.reason().in(language) + ")";
        return product.name().in(language) + "  " + price(product) + " " + product.currency() + reason;
    }

    /** @return with the digits its currency has: a number in JSON has lost its last zeros */
    private static BigDecimal price(RecommendedProduct product) {
        int digits = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(product.currency()))
                .findFirst()
                .map(Currency::getDefaultFractionDigits)
                .orElse(0);
        return product.price().setScale(Math.max(digits, product.price().scale()));
    }

    private static String source(Source source) {
        var title = source.title() == null ? source.id() : source.title();
        return source.kind() + ": " + title + (source.quote() == null ? "" : " “" + shortened(source.quote()) + "”");
    }

    private static String shortened(String quote) {
        return quote.length() <= WIDEST_QUOTE ? quote : quote.substring(0, WIDEST_QUOTE) + "…";
    }
}
