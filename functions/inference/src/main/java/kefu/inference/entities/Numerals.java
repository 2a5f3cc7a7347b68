package kefu.inference.entities;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads numbers written in digits, English words, or Chinese characters. */
final class Numerals {
    /** A pattern for Chinese numbers below ten thousand. */
    static final String CHINESE = "[零〇一二两三四五六七八九十百千]+";

    static final String ENGLISH =
            "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|fifty|hundred";

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("fifty", 50),
            Map.entry("hundred", 100));

    private Numerals() {}

    /** @return the number, empty when it is not one that can be read */
    static Optional<BigDecimal> read(String text) {
        String plain = text.strip().replace(",", "");
        if (WORDS.containsKey(plain)) return Optional.of(BigDecimal.valueOf(WORDS.get(plain)));
        if (plain.matches("\\d{1,12}(\\.\\d{1,4})?")) return Optional.of(new BigDecimal(plain));
        if (plain.matches(CHINESE)) return chinese(plain);
        return Optional.empty();
    }

    private static Optional<BigDecimal> chinese(String text) {
        int sum = 0;
        int digit = -1;
        for (char c : text.toCharArray()) {
            int unit = switch (c) {
                case '十' -> 10;
                case '百' -> 100;
                case '千' -> 1000;
                default -> 0;
            };
            if (unit > 0) {
                sum += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            } else {
                // Digits one after the other are a spoken order or phone number, not an amount.
                if (digit > 0) return Optional.empty();
                digit = digit(c);
            }
        }
        return Optional.of(BigDecimal.valueOf(sum + Math.max(digit, 0)));
    }

    private static int digit(char c) {
        return c == '两' ? 2 : c == '〇' ? 0 : "零一二三四五六七八九".indexOf(c);
    }
}
