package kefu.inference.training;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them: quotes, doubled quotes, line breaks within quotes, either line end. */
final class Csv {
    /** A record. @param line the line it begins on, counted from 1 */
    record Row(int line, List<String> cells) {
        boolean blank() {
            return cells.size() == 1 && cells.getFirst().isBlank();
        }
    }

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** @return all records, the header among them, blank lines left out */
    static List<Row> rows(String text) {
        Csv csv = new Csv(text);
        List<Row> rows = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            Row row = csv.row();
            if (!row.blank()) rows.add(row);
        }
        return rows;
    }

    private Row row() {
        int begins = line;
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length()) return new Row(begins, cells);
            if (text.charAt(at++) == ',') continue;
            if (text.charAt(at - 1) == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
            line++;
            return new Row(begins, cells);
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) at++;
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        int begins = line;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                    at++;
                    return cell.append(plain()).toString();
                }
                at++;
            }
            if (c == '\n') line++;
            cell.append(c);
        }
        throw new IllegalArgumentException("line " + begins + ": a quoted value is not closed");
    }

    /** @return the value as a cell of a file */
    static String cell(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
