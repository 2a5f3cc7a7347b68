package kefu.inference.understand;

import java.util.function.UnaryOperator;
import kefu.inference.text.Language;
import kefu.inference.text.Normalise;

/** A text on its way: as sent, normalised, its language, whose model it goes to, and what it has cost. Of one thread at a time. */
final class Reading {
    private final String raw;
    private String text;
    private final Language language;
    private final String model;
    private double millis;

    private Reading(String raw, String text, Language language, String model) {
        this.raw = raw;
        this.text = text;
        this.language = language;
        this.model = model;
    }

    /** @param hint the caller's idea of the language, perhaps null: it decides for texts that show none, as numbers */
    static Reading of(String raw, String hint) {
        boolean chineseHint =
                hint != null && hint.toLowerCase(java.util.Locale.ROOT).startsWith("zh");
        Language language = Language.of(raw);
        if (language == Language.OTHER && chineseHint && raw.codePoints().noneMatch(Character::isLetter))
            language = Language.ZH_HANS;
        boolean chinese = switch (language) {
            case ZH_HANS, ZH_HANT -> true;
            case MIXED -> !Language.mostlyLatin(raw);
            case EN -> false;
            case OTHER -> chineseHint;
        };
        return new Reading(raw, Normalise.text(raw), language, chinese ? "zh" : "en");
    }

    /** @param hint {@code zh} or {@code en} to read the text by that language's model whatever it looks like; may be null */
    Reading in(String hint) {
        if (hint == null) return this;
        return new Reading(raw, text, language, hint.startsWith("zh") ? "zh" : "en");
    }

    /** Reads on in another form of the text. */
    void mend(UnaryOperator<String> mended) {
        text = mended.apply(text);
    }

    String raw() {
        return raw;
    }

    String text() {
        return text;
    }

    Language language() {
        return language;
    }

    String model() {
        return model;
    }

    void spent(double more) {
        millis += more;
    }

    double millis() {
        return millis;
    }
}
