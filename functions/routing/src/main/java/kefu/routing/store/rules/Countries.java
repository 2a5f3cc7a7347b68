package kefu.routing.store.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by what they are called in an address: their English names, and their codes of two and three letters (ISO 3166). */
public final class Countries {
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** @return its code of two letters; empty for what is no country */
    public static Optional<String> code(String name) {
        return Optional.ofNullable(name).map(n -> CODES.get(n.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            codes.put(code.toLowerCase(Locale.ROOT), code);
        }
        // As people write them.
        Map.of(
                        "CN", "mainland china,中国,中国大陆,中国内地",
                        "HK", "hong kong,香港,中国香港",
                        "GB", "uk,u.k.,england,scotland,wales,great britain,英国",
                        "US", "u.s.,u.s.a.,america,united states of america,美国",
                        "SG", "新加坡",
                        "JP", "日本",
                        "DE", "德国",
                        "FR", "法国",
                        "CA", "加拿大",
                        "AU", "澳大利亚")
                .forEach((code, names) -> {
                    for (String name : names.split(",")) codes.put(name, code);
                });
        return Map.copyOf(codes);
    }
}
