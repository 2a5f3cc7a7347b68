package kefu.inference.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Draws a report's figures as SVG. */
final class Chart {
    private static final int MOST_LABELS = 60;

    private Chart() {}

    /** Confidence across, accuracy up; a well-calibrated model lies on the diagonal. */
    static String calibration(List<Metrics.Bin> bins) {
        StringBuilder svg = new StringBuilder("<svg width=340 height=340 role=img aria-label='calibration'>");
        svg.append("<path d='M20 320H320M20 320V20' stroke='#8a94a3' fill=none />");
        svg.append("<path d='M20 320L320 20' stroke='#c3cad4' stroke-dasharray=4 />");
        for (Metrics.Bin bin : bins)
            svg.append(
                    "<circle cx=%.0f cy=%.0f r=5 fill='#2a6fdb'><title>confidence %.2f, accuracy %.2f, %d texts</title></circle>"
                            .formatted(
                                    20 + 300 * bin.confidence(),
                                    320 - 300 * bin.accuracy(),
                                    bin.confidence(),
                                    bin.accuracy(),
                                    bin.size()));
        return svg + "<text x=240 y=336>confidence</text><text x=22 y=16>accuracy</text></svg>";
    }

    /** Examples a label across (each step twice as many), accuracy up. */
    static String curve(List<LearningCurve.Point> points) {
        StringBuilder svg = new StringBuilder("<svg width=340 height=340 role=img aria-label='learning curve'>");
        svg.append("<path d='M20 320H320M20 320V20' stroke='#8a94a3' fill=none />");
        StringBuilder line = new StringBuilder();
        for (LearningCurve.Point point : points) {
            double x = 20 + 50 * Math.log((double) point.perLabel() / 5) / Math.log(2) + 20;
            double y = 320 - 300 * point.accuracy();
            line.append("%s%.0f %.0f".formatted(line.isEmpty() ? "M" : "L", x, y));
            svg.append("<circle cx=%.0f cy=%.0f r=4 fill='#2a6fdb'><title>%d examples a label: %.3f</title></circle>"
                    .formatted(x, y, point.perLabel(), point.accuracy()));
            svg.append("<text x=%.0f y=334>%d</text><text x=%.0f y=%.0f>%.2f</text>"
                    .formatted(x - 5, point.perLabel(), x - 10, y - 8, point.accuracy()));
        }
        if (!line.isEmpty()) svg.append("<path d='%s' stroke='#2a6fdb' fill=none />".formatted(line));
        return svg + "</svg>";
    }

    /** One square for each pair of labels; of many labels, those that are confused most. */
    static String confusion(Metrics metrics) {
        List<String> labels = labels(metrics);
        Map<String, Integer> counts = new HashMap<>();
        for (Metrics.Answer a : metrics.answers()) counts.merge(a.right() + '\t' + a.given(), 1, Integer::sum);
        int cell = 13;
        int left = 150;
        int size = left + cell * labels.size() + 10;
        StringBuilder svg =
                new StringBuilder("<svg width=%d height=%d role=img aria-label='confusion'>".formatted(size, size));
        for (int r = 0; r < labels.size(); r++) {
            int y = left + r * cell;
            svg.append("<text x=%d y=%d text-anchor=end>%s</text>"
                    .formatted(left - 4, y + 10, Report.text(labels.get(r))));
            svg.append("<text transform='translate(%d %d) rotate(-90)'>%s</text>"
                    .formatted(y + 10, left - 4, Report.text(labels.get(r))));
            int row = r;
            int all = labels.stream()
                    .mapToInt(c -> counts.getOrDefault(labels.get(row) + '\t' + c, 0))
                    .sum();
            for (int c = 0; c < labels.size(); c++) {
                int count = counts.getOrDefault(labels.get(r) + '\t' + labels.get(c), 0);
                if (count == 0) continue;
                svg.append(
                        "<rect x=%d y=%d width=%d height=%d fill='%s' fill-opacity=%.2f><title>%s answered as %s: %d</title></rect>"
                                .formatted(
                                        left + c * cell,
                                        y,
                                        cell - 1,
                                        cell - 1,
                                        r == c ? "#2a6fdb" : "#d1372c",
                                        Math.min(1, 0.15 + 0.85 * count / Math.max(1, all)),
                                        Report.text(labels.get(r)),
                                        Report.text(labels.get(c)),
                                        count));
            }
        }
        return svg + "</svg>";
    }

    private static List<String> labels(Metrics metrics) {
        List<String> labels = new ArrayList<>(new TreeSet<>(metrics.byLabel().keySet()));
        if (labels.size() <= MOST_LABELS) return labels;
        Map<String, Long> errors = new HashMap<>();
        for (Metrics.Answer a : metrics.answers()) if (!a.correct()) errors.merge(a.right(), 1L, Long::sum);
        return labels.stream()
                .sorted(java.util.Comparator.comparingLong(l -> -errors.getOrDefault(l, 0L)))
                .limit(MOST_LABELS)
                .sorted()
                .toList();
    }
}
