package kefu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import kefu.model.event.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class RealBrokerAndDatabaseTest {
    @Test
    void aTestIsToldABrokerWithAllTopicsAndADatabaseWithASchemaForEachFunction() throws Exception {
        var parts = new RealBrokerAndDatabase();
        try {
            var where = parts.start();
            try (var admin = Admin.create(Map.of("bootstrap.servers", where.get("kafka.bootstrap.servers")))) {
                assertThat(admin.listTopics().names().get()).containsAll(Topics.ALL);
            }
            try (var connection = DriverManager.getConnection(
                            where.get("quarkus.datasource.jdbc.url"),
                            "routing",
                            where.get("quarkus.datasource.password"));
                    var sql = connection.createStatement()) {
                sql.execute("create table kept (id int primary key)");
                try (var row = sql.executeQuery("select current_schema()")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("routing");
                }
            }
        } finally {
            parts.stop();
        }
    }
}
