package kefu.routing.erasure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Looks through every column of every table of routing's schema. */
final class EveryTable {
    private EveryTable() {}

    /** @return the tables in which one of these texts can be read, as text or as bytes, whatever its case */
    static TreeSet<String> thatShows(DataSource database, List<String> texts) throws SQLException {
        var tables = new TreeSet<String>();
        try (var connection = database.getConnection()) {
            for (var table : tables(connection))
                for (var text : texts) if (shows(connection, table, text)) tables.add(table + ": " + text);
        }
        return tables;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'routing'")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    private static boolean shows(Connection connection, String table, String text) throws SQLException {
        var hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        try (var query = connection.prepareStatement("select 1 from routing." + table
                + " t where strpos(lower(t::text), lower(?)) > 0 or strpos(t::text, ?) > 0 limit 1")) {
            query.setString(1, text);
            query.setString(2, hex);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
