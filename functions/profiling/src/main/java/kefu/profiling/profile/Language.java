package kefu.profiling.profile;

import java.util.Optional;

/** The two languages a profile tells apart. */
final class Language {
    private static final String CHINESE = "zh";
    private static final String ENGLISH = "en";

    private Language() {}

    /** @param code as understanding gives it: {@code zh-Hans, zh-Hant, en, mixed} or {@code other} */
    static Optional<String> ofCode(String code) {
        if (code == null) return Optional.empty();
        if (code.startsWith(CHINESE) || code.equals("mixed")) return Optional.of(CHINESE);
        return code.startsWith(ENGLISH) ? Optional.of(ENGLISH) : Optional.empty();
    }

    /** @return by script: one Chinese character in a text makes it Chinese, for Chinese shoppers mix in Latin brand names */
    static Optional<String> ofText(String text) {
        if (text == null) return Optional.empty();
        if (text.codePoints().anyMatch(Character::isIdeographic)) return Optional.of(CHINESE);
        return text.codePoints().anyMatch(Character::isLetter) ? Optional.of(ENGLISH) : Optional.empty();
    }
}
