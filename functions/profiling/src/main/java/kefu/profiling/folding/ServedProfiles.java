package kefu.profiling.folding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.ProfileChanged;
import kefu.model.event.Topics;
import kefu.model.profile.Profile;
import kefu.profiling.PersonalData;

/** The profiles as they are served: one indexed read each. Who is not there is unknown. */
@ApplicationScoped
class ServedProfiles implements PanacheRepositoryBase<ProfileRow, String>, PersonalData {
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    ServedProfiles(Outbox outbox, ObjectMapper json, Clock clock) {
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    Optional<Profile> of(String customerId) {
        return findByIdOptional(customerId).flatMap(this::profile);
    }

    /** Notes that something other than evidence is newer than the profile. */
    void touch(String customerId) {
        getEntityManager()
                .createNativeQuery("""
                        insert into profile (customer_id, dirty_since) values (:id, :now)
                        on conflict (customer_id) do update
                        set dirty_since = coalesce(profile.dirty_since, excluded.dirty_since)""")
                .setParameter("id", customerId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Notes that this customer's evidence is newer than the profile. */
    void touch(String customerId, Instant seenAt) {
        getEntityManager()
                .createNativeQuery("""
                        insert into profile (customer_id, last_seen, dirty_since)
                        values (:id, :seen, :now)
                        on conflict (customer_id) do update
                        set last_seen = greatest(profile.last_seen, excluded.last_seen),
                            dirty_since = coalesce(profile.dirty_since, excluded.dirty_since)""")
                .setParameter("id", customerId)
                .setParameter("seen", seenAt)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** @return customers whose evidence is newer than their profile, longest waiting first */
    @Transactional
    List<String> dirty(int most) {
        return getEntityManager()
                .createQuery(
                        "select customerId from ProfileRow where dirtySince is not null order by dirtySince",
                        String.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Serves and publishes a profile under the next version, unless it says what the last one said. */
    void replace(ProfileRow row, Profile profile) {
        row.dirtySince = null;
        if (profile(row).filter(profile::equals).isPresent()) return;
        row.version++;
        var next = withVersion(profile, row.version);
        row.profile = write(next);
        var now = clock.instant();
        outbox.append(new ProfileChanged(Ids.next(), now, now, next));
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Profile export(String customerId) {
        return of(customerId).orElseGet(() -> Profile.unknown(customerId));
    }

    /** The topic is compacted: a tombstone makes Kafka forget the profile, too. */
    @Override
    public int erase(String customerId) {
        outbox.forget(Topics.PROFILES, customerId);
        return (int) delete("customerId", customerId);
    }

    private Optional<Profile> profile(ProfileRow row) {
        try {
            return row.profile == null ? Optional.empty() : Optional.of(json.readValue(row.profile, Profile.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept profile is not readable", e);
        }
    }

    private String write(Profile profile) {
        try {
            return json.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Profile withVersion(Profile p, long version) {
        return new Profile(
                p.customerId(),
                version,
                p.language(),
                p.segments(),
                p.categories(),
                p.products(),
                p.aspects(),
                p.intents(),
                p.orders(),
                p.averageOrder(),
                p.turns(),
                p.satisfaction(),
                p.lastSeen(),
                p.consents());
    }
}
