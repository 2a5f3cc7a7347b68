package kefu.profiling.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kefu.chassis.retention.Retention;
import kefu.chassis.sql.Sql;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;

/** What makes requests and events count once is kept for as long as they may come again, and no longer. */
@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class RetentionTest {
    @Inject
    Retention retention;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private final String scope = "retention/" + UUID.randomUUID();

    @Test
    void oldRequestsAndEventsGoAndYoungOnesStay() {
        request("old", clock.instant().minus(Duration.ofDays(8)));
        request("young", clock.instant().minus(Duration.ofDays(6)));
        event("old", clock.instant().minus(Duration.ofDays(101)));
        event("young", clock.instant().minus(Duration.ofDays(99)));

        retention.prune();

        assertThat(keys("select string_agg(request_key, ',') from idempotent_request where scope = ?"))
                .isEqualTo("young");
        assertThat(keys("select string_agg(event_id, ',') from inbox where consumer = ?"))
                .isEqualTo("young");
    }

    @Test
    void moreThanOnePortionGoesAtOnce() {
        sql.update("""
                insert into inbox (event_id, consumer, seen_at)
                select 'old-' || n, ?, ? from generate_series(1, 10001) as n""", scope, clock.instant().minus(Duration.ofDays(101)));

        assertThat(retention.prune()).isGreaterThanOrEqualTo(10_001);

        assertThat(sql.first("select count(*) from inbox where consumer = ?", row -> row.getInt(1), scope))
                .contains(0);
    }

    @Test
    void oldInteractionsGoAndYoungOnesStay() {
        interaction("old", clock.instant().minus(Duration.ofDays(731)));
        interaction("young", clock.instant().minus(Duration.ofDays(729)));

        retention.prune();

        assertThat(keys("select string_agg(given_id, ',') from interaction where customer_id = ?"))
                .isEqualTo("young");
    }

    private void interaction(String id, Instant at) {
        sql.update("""
                insert into interaction (event_id, customer_id, source, given_id, happened_at, received_at, content)
                values (?, ?, 'test', ?, ?, ?, ?)""", scope + id, scope, id, at, at, new byte[0]);
    }

    private void request(String key, Instant at) {
        sql.update(
                "insert into idempotent_request (scope, request_key, fingerprint, answered_at) values (?, ?, '', ?)",
                scope,
                key,
                at);
    }

    private void event(String id, Instant at) {
        sql.update("insert into inbox (event_id, consumer, seen_at) values (?, ?, ?)", id, scope, at);
    }

    private String keys(String statement) {
        return sql.first(statement, row -> row.getString(1), scope).orElseThrow();
    }
}
