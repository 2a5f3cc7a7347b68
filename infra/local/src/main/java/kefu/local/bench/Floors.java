package kefu.local.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kefu.local.UserError;
import kefu.local.http.Api;

/** What a turn cannot be faster than, measured in the same run: one pass of the encoder, one commit. */
final class Floors {
    private static final String TABLE = "bench_commit";

    private Floors() {}

    /** Model time alone for each text, as inference measures it, one after the other. */
    static Latencies forwardPasses(Api inference, List<String> texts, int count) {
        var millis = new double[count];
        for (int i = 0; i < count; i++) {
            var answer =
                    inference.send("POST", "/v1/understand", Map.of("text", texts.get(i % texts.size())), Map.of());
            if (!answer.isOk()) throw new UserError("Inference did not answer: " + answer.problem());
            millis[i] = answer.body().path("modelMillis").asDouble();
        }
        return new Latencies(millis);
    }

    /** One row inserted and committed at a time, on the server that the functions use. */
    static Latencies commits(String jdbcUrl, String password, int count) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "routing", password);
                var sql = connection.createStatement()) {
            sql.execute("create table if not exists " + TABLE + " (id bigserial primary key, text text)");
            connection.setAutoCommit(false);
            var millis = new double[count];
            try (var insert = connection.prepareStatement("insert into " + TABLE + " (text) values (?)")) {
                for (int i = 0; i < count; i++) {
                    long since = System.nanoTime();
                    insert.setString(1, "one turn of a conversation, about this long");
                    insert.executeUpdate();
                    connection.commit();
                    millis[i] = (System.nanoTime() - since) / 1e6;
                }
            }
            sql.execute("drop table " + TABLE);
            connection.commit();
            return new Latencies(millis);
        }
    }
}
