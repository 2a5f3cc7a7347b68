package kefu.inference.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Word lists: options, payment methods, reasons. One entry a line of {@code entities/lexicon.tsv}: type, value, and
 * patterns parted by {@code ;;}. A pattern that begins or ends
 * with a Latin letter or a digit matches whole words only.
 */
final class Lexicon {
    private static final String FILE = "/entities/lexicon.tsv";

    private Lexicon() {}

    /** @return the rules of one type, in the order of the file */
    static List<Rule> rules(String type) {
        List<Rule> rules = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Lexicon.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.isBlank() || line.startsWith("#")) continue;
                String[] cells = line.split("\t");
                if (cells.length != 3) throw new IllegalStateException(FILE + " needs three cells: " + line);
                if (cells[0].equals(type)) rules.add(rule(type, cells[1], cells[2]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    private static Rule rule(String type, String value, String patterns) {
        String any = String.join("|", patterns.split(";;"));
        // A value may take in what the pattern found: "$n" stands for its group n.
        return PatternRule.of(
                type,
                "(?<![a-z0-9](?=[a-z0-9]))(?<v>" + any + ")(?!(?<=[a-z0-9])[a-z0-9])",
                m -> Optional.of(
                        value.contains("$n")
                                ? value.replace("$n", m.group("n").toUpperCase(java.util.Locale.ROOT))
                                : value));
    }
}
