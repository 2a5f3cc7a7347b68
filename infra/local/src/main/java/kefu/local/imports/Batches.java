package kefu.local.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import kefu.local.UserError;
import kefu.local.http.ApiAnswer;

/**
 * Sends records in batches. A batch that is refused as a whole is sent again in halves, until the record that was the
 * cause stands alone.
 */
final class Batches<T> {
    private final String file;
    private final int size;
    private final Function<List<T>, ApiAnswer> send;
    private final Report report;
    private final Consumer<Integer> progress;
    private final List<Numbered<T>> waiting = new ArrayList<>();
    private int loaded;

    /** @param progress told how many have been loaded, after each batch */
    Batches(String file, int size, Function<List<T>, ApiAnswer> send, Report report, Consumer<Integer> progress) {
        this.file = file;
        this.size = size;
        this.send = send;
        this.report = report;
        this.progress = progress;
    }

    void add(Numbered<T> value) {
        waiting.add(value);
        if (waiting.size() == size) flush();
    }

    /** Sends what is left. @return how many were loaded in all */
    int flush() {
        if (!waiting.isEmpty()) {
            send(List.copyOf(waiting));
            waiting.clear();
            progress.accept(loaded);
        }
        return loaded;
    }

    private void send(List<Numbered<T>> batch) {
        var answer = send.apply(batch.stream().map(Numbered::value).toList());
        if (answer.isOk()) {
            loaded += batch.size() - reportRejected(batch, answer);
        } else if (concernsTheBatch(answer.status())) {
            if (batch.size() == 1) {
                report.problem(new BadLine(file, batch.getFirst().line(), answer.problem()));
                return;
            }
            int middle = batch.size() / 2;
            send(batch.subList(0, middle));
            send(batch.subList(middle, batch.size()));
        } else {
            throw new UserError("The import of " + file + " stopped at line "
                    + batch.getFirst().line() + ": " + answer.problem() + " (status " + answer.status() + ")");
        }
    }

    private int reportRejected(List<Numbered<T>> batch, ApiAnswer answer) {
        var rejected = answer.body().path("rejected");
        rejected.forEach(one -> report.problem(new BadLine(
                file,
                batch.get(one.path("index").asInt()).line(),
                one.path("reason").asText("was refused"))));
        return rejected.size();
    }

    private static boolean concernsTheBatch(int status) {
        return status == 400 || status == 409 || status == 413 || status == 422;
    }
}
