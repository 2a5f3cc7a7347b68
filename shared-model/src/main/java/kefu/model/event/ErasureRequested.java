package kefu.model.event;

import java.time.Instant;
import kefu.model.Require;

/** A customer is to be forgotten: every function erases what it holds and confirms. */
public record ErasureRequested(String id, Instant occurredAt, Instant receivedAt, String customerId) implements Event {
    static final String TYPE = "kefu.erasure.requested.v1";

    public ErasureRequested {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.text(customerId, "customerId");
    }

    @Override
    public String key() {
        return customerId;
    }

    @Override
    public String topic() {
        return Topics.ERASURES;
    }
}
