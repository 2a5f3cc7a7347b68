package kefu.inference.training;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what belongs to a person in training texts and masks it: e-mail addresses, phone numbers, payment cards (Luhn) and
 * Chinese resident numbers (ISO 7064, MOD 11-2). Digits become zeros, which n-grams read alike: the text teaches the same.
 * What only looks like one stays, other than in logs, which rather hide too much.
 */
final class PersonalData {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");
    private static final Pattern RESIDENT = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?![\\dXx])");
    private static final Pattern CARD = Pattern.compile("(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])");
    private static final Pattern PHONE = Pattern.compile("(?<![\\d-])(?:(?:\\+|00)\\d{1,3}[ -]?(?:\\d[ -]?){6,11}\\d"
            + "|1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|0\\d{2,3}-\\d{7,8}|\\(?\\d{3}\\)?[ -]\\d{3}-\\d{4})(?![\\d-])");
    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";

    private PersonalData() {}

    /** @param kinds what was masked, in words */
    record Masked(String text, List<String> kinds) {}

    static Masked mask(String text) {
        List<String> kinds = new ArrayList<>();
        String masked = replace(text, EMAIL, "e-mail address", kinds, _ -> true, "name@example.com");
        masked = replace(masked, RESIDENT, "resident number", kinds, PersonalData::resident, "");
        masked = replace(masked, CARD, "card number", kinds, PersonalData::luhn, "");
        masked = replace(masked, PHONE, "phone number", kinds, _ -> true, "");
        return new Masked(masked, List.copyOf(kinds));
    }

    /** @param instead of a find; where it is empty, its digits become zeros */
    private static String replace(
            String text,
            Pattern pattern,
            String kind,
            List<String> kinds,
            java.util.function.Predicate<String> really,
            String instead) {
        return pattern.matcher(text).replaceAll((MatchResult found) -> {
            String own = found.group();
            String digits = own.replaceAll("[^\\dXx]", "");
            if (!really.test(digits) || own.equals(instead) || digits.matches("0+") && instead.isEmpty()) return own;
            if (!kinds.contains(kind)) kinds.add(kind);
            return instead.isEmpty() ? own.replaceAll("\\d", "0") : instead;
        });
    }

    private static boolean resident(String number) {
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) sum += RESIDENT_WEIGHTS[i] * (number.charAt(i) - '0');
        int month = Integer.parseInt(number.substring(10, 12));
        return month >= 1
                && month <= 12
                && RESIDENT_CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
