package kefu.inference.training;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A page on how a model answers: figures, calibration, confusions, labels, worst errors. One file, nothing loaded. */
final class Report {
    private static final int ERRORS_SHOWN = 40;
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
            table{border-collapse:collapse}td,th{padding:.2rem .6rem;border-bottom:1px solid #d8dee6;text-align:left}
            svg text{font:10px system-ui,sans-serif;fill:#1c2430}h2{margin-top:2.5rem}""";

    private Report() {}

    static String html(
            Map<String, Object> card, Metrics metrics, List<LearningCurve.Point> curve, List<String> problems) {
        String title = "Model " + card.get("name") + " (" + card.get("language") + ") " + card.get("version");
        return "<!doctype html><html lang=en><meta charset=utf-8><title>" + text(title) + "</title><style>" + STYLE
                + "</style><h1>" + text(title) + "</h1>" + figures(metrics)
                + "<h2>Confidence and accuracy</h2>" + Chart.calibration(metrics.bins())
                + "<h2>Accuracy by examples a label</h2>" + Chart.curve(curve)
                + "<h2>Confusion</h2><p>Rows: what was right; columns: what was answered.</p>"
                + Chart.confusion(metrics)
                + "<h2>Labels, worst first</h2>" + labels(metrics)
                + "<h2>Surest errors</h2>" + errors(metrics)
                + "<h2>Left out of the data: " + problems.size() + "</h2><ul>"
                + problems.stream().limit(100).map(p -> "<li>" + text(p)).collect(Collectors.joining())
                + "</ul></html>\n";
    }

    /** @return every answer as CSV: text, label, answer, confidence, probability of being out of scope */
    static String predictions(Metrics metrics) {
        StringBuilder out = new StringBuilder("text,label,answer,answerInScope,confidence,outOfScope\n");
        for (Metrics.Answer a : metrics.answers())
            out.append(Csv.cell(a.example().raw()))
                    .append(',')
                    .append(Csv.cell(a.right()))
                    .append(',')
                    .append(Csv.cell(a.given()))
                    .append(',')
                    .append(Csv.cell(a.givenInScope()))
                    .append(",%.4f,%.4f%n".formatted(a.confidence(), a.outOfScope()));
        return out.toString();
    }

    private static String figures(Metrics metrics) {
        return new TreeMap<>(metrics.figures())
                .entrySet().stream()
                        .map(e -> "<tr><td>%s<td>%.4f".formatted(e.getKey(), e.getValue()))
                        .collect(Collectors.joining("", "<table>", "</table>"));
    }

    private static String labels(Metrics metrics) {
        return metrics.byLabel().entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> e.getValue().f1()))
                .map(e -> "<tr><td>%s<td>%.3f<td>%.3f<td>%d"
                        .formatted(
                                text(e.getKey()),
                                e.getValue().precision(),
                                e.getValue().recall(),
                                e.getValue().size()))
                .collect(Collectors.joining("", "<table><tr><th>label<th>precision<th>recall<th>texts", "</table>"));
    }

    private static String errors(Metrics metrics) {
        return metrics.answers().stream()
                .filter(a -> !a.correct())
                .sorted(Comparator.comparingDouble(Metrics.Answer::confidence).reversed())
                .limit(ERRORS_SHOWN)
                .map(a -> "<tr><td>%s<td>%s<td>%s<td>%.2f"
                        .formatted(text(a.example().raw()), text(a.right()), text(a.given()), a.confidence()))
                .collect(Collectors.joining("", "<table><tr><th>text<th>right<th>answered<th>confidence", "</table>"));
    }

    static String text(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
