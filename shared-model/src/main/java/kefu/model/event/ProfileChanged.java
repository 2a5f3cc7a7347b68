package kefu.model.event;

import java.time.Instant;
import kefu.model.Require;
import kefu.model.profile.Profile;

/** A profile changed. */
public record ProfileChanged(String id, Instant occurredAt, Instant receivedAt, Profile profile) implements Event {
    static final String TYPE = "kefu.profile.changed.v1";

    public ProfileChanged {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.present(profile, "profile");
    }

    @Override
    public String key() {
        return profile.customerId();
    }

    @Override
    public String topic() {
        return Topics.PROFILES;
    }
}
