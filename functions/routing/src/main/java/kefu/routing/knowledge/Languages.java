package kefu.routing.knowledge;

/** Which language a text is kept and searched in. */
final class Languages {
    private Languages() {}

    /** @return {@code zh} for {@code zh-Hans} and {@code zh-Hant}, and so on */
    static String base(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    /** @return {@code zh} for a text with Chinese characters, else {@code en} */
    static String guess(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en";
    }
}
