package kefu.model.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * Something that happened. Two clocks are kept apart: {@link #occurredAt} is when it happened, {@link #receivedAt} when
 * Kefu heard of it; windows count by the first, lag is the difference.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InteractionRecorded.class, name = InteractionRecorded.TYPE),
    @JsonSubTypes.Type(value = ProductChanged.class, name = ProductChanged.TYPE),
    @JsonSubTypes.Type(value = OrderChanged.class, name = OrderChanged.TYPE),
    @JsonSubTypes.Type(value = TurnAnswered.class, name = TurnAnswered.TYPE),
    @JsonSubTypes.Type(value = HandoffChanged.class, name = HandoffChanged.TYPE),
    @JsonSubTypes.Type(value = FeedbackGiven.class, name = FeedbackGiven.TYPE),
    @JsonSubTypes.Type(value = ProfileChanged.class, name = ProfileChanged.TYPE),
    @JsonSubTypes.Type(value = ProductsRecommended.class, name = ProductsRecommended.TYPE),
    @JsonSubTypes.Type(value = ErasureRequested.class, name = ErasureRequested.TYPE),
    @JsonSubTypes.Type(value = ErasureConfirmed.class, name = ErasureConfirmed.TYPE),
    @JsonSubTypes.Type(value = AlertRaised.class, name = AlertRaised.TYPE)
})
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface Event
        permits InteractionRecorded,
                ProductChanged,
                OrderChanged,
                TurnAnswered,
                HandoffChanged,
                FeedbackGiven,
                ProfileChanged,
                ProductsRecommended,
                ErasureRequested,
                ErasureConfirmed,
                AlertRaised {
    /** @return the event's id: the same event delivered twice has the same id */
    String id();

    Instant occurredAt();

    Instant receivedAt();

    /** @return the id that orders it: events of one key stay in order */
    @JsonIgnore
    String key();

    /** @return where it travels */
    @JsonIgnore
    String topic();

    /** @return the CloudEvents type, with its version */
    @JsonIgnore
    default String typeName() {
        return switch (this) {
            case InteractionRecorded _ -> InteractionRecorded.TYPE;
            case ProductChanged _ -> ProductChanged.TYPE;
            case OrderChanged _ -> OrderChanged.TYPE;
            case TurnAnswered _ -> TurnAnswered.TYPE;
            case HandoffChanged _ -> HandoffChanged.TYPE;
            case FeedbackGiven _ -> FeedbackGiven.TYPE;
            case ProfileChanged _ -> ProfileChanged.TYPE;
            case ProductsRecommended _ -> ProductsRecommended.TYPE;
            case ErasureRequested _ -> ErasureRequested.TYPE;
            case ErasureConfirmed _ -> ErasureConfirmed.TYPE;
            case AlertRaised _ -> AlertRaised.TYPE;
        };
    }
}
