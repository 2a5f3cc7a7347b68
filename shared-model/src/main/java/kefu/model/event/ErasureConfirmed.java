package kefu.model.event;

import java.time.Instant;
import kefu.model.Require;

/** A function has forgotten a customer. @param function its name @param erased how many records it held */
public record ErasureConfirmed(
        String id, Instant occurredAt, Instant receivedAt, String customerId, String function, int erased)
        implements Event {
    static final String TYPE = "kefu.erasure.confirmed.v1";

    public ErasureConfirmed {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.text(customerId, "customerId");
        Require.text(function, "function");
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
