package kefu.inference.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kefu.inference.heads.History;
import kefu.inference.text.Normalise;

/** Labelled utterances in the course of conversations. */
record Dialogues(List<Utterance> utterances) {
    private static final List<String> COLUMNS = List.of("dialogue", "text", "label", "act", "expects");

    /**
     * An utterance in its conversation.
     *
     * @param dialogue which conversation, by file and number
     * @param text normalised, personal data masked
     * @param history what came before, with the labels that its turns have
     * @param act Kefu's answer to it; empty for the one that closes the conversation
     * @param expects the slot that answer asked for; empty for none
     * @param closes whether the conversation ends with it
     */
    record Utterance(
            String dialogue, String text, String label, History history, String act, String expects, boolean closes) {}

    Dialogues {
        utterances = List.copyOf(utterances);
    }

    /**
     * @param files {@code dialogue,text,label,act,expects} with a header, a row for each thing a customer said, in order;
     *     act and slot are those of Kefu's answer to it, empty for none
     */
    static Dialogues read(List<Path> files) {
        List<Utterance> all = new ArrayList<>();
        for (Path file : files) read(file.getFileName().toString(), Utf8.read(file), all);
        return new Dialogues(all);
    }

    /** @param name of the file, for messages */
    static Dialogues of(String name, String csv) {
        List<Utterance> all = new ArrayList<>();
        read(name, csv, all);
        return new Dialogues(all);
    }

    private static void read(String file, String csv, List<Utterance> into) {
        List<Csv.Row> rows = Csv.rows(csv);
        if (rows.isEmpty() || !rows.getFirst().cells().equals(COLUMNS))
            throw new IllegalArgumentException(file + " needs the header " + String.join(",", COLUMNS));
        Map<String, List<Csv.Row>> byDialogue = new LinkedHashMap<>();
        for (Csv.Row row : rows.subList(1, rows.size())) {
            if (row.cells().size() != COLUMNS.size())
                throw new IllegalArgumentException(
                        file + ":" + row.line() + ": " + row.cells().size() + " values, not " + COLUMNS.size());
            byDialogue
                    .computeIfAbsent(row.cells().getFirst(), _ -> new ArrayList<>())
                    .add(row);
        }
        byDialogue.forEach((dialogue, own) -> utterances(file + ":" + dialogue, own, into));
    }

    private static void utterances(String dialogue, List<Csv.Row> rows, List<Utterance> into) {
        List<History.Turn> before = new ArrayList<>();
        for (Csv.Row row : rows) {
            String where = dialogue + ", line " + row.line() + ": ";
            Garbled.problem(row.cells().get(1)).ifPresent(problem -> {
                throw new IllegalArgumentException(where + problem);
            });
            String text = Normalise.text(PersonalData.mask(row.cells().get(1)).text());
            String label = row.cells().get(2).strip();
            if (text.isEmpty() || label.isEmpty()) throw new IllegalArgumentException(where + "no text or no label");
            String act = row.cells().get(3).strip();
            String expects = row.cells().get(4).strip();
            into.add(new Utterance(dialogue, text, label, new History(before), act, expects, row == rows.getLast()));
            before.add(new History.Turn(text, label, act, expects));
        }
    }

    List<String> texts() {
        return utterances.stream().map(Utterance::text).toList();
    }

    /** @return how many conversations there are */
    int count() {
        return (int) utterances.stream().map(Utterance::dialogue).distinct().count();
    }
}
