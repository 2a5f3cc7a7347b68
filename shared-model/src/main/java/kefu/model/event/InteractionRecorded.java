package kefu.model.event;

import java.time.Instant;
import kefu.model.Require;
import kefu.model.shop.Interaction;

/** A customer did something in the shop. */
public record InteractionRecorded(String id, Instant occurredAt, Instant receivedAt, Interaction interaction)
        implements Event {
    static final String TYPE = "kefu.interaction.recorded.v1";

    public InteractionRecorded {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.present(interaction, "interaction");
    }

    @Override
    public String key() {
        return interaction.customerId();
    }

    @Override
    public String topic() {
        return Topics.INTERACTIONS;
    }
}
