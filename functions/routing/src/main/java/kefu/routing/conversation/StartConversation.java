package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.problem.Problem;
import kefu.model.Ids;
import kefu.model.turn.TurnRequest.PageContext;
import kefu.routing.pack.Packs;

/** Starts a conversation. */
@ApplicationScoped
public class StartConversation {
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Set<String> CHANNELS = Set.of("web", "app", "email", "voice", "api");

    private final Conversations conversations;
    private final Packs packs;
    private final NamedProducts names;
    private final ConversationConfig config;
    private final Idempotency idempotency;
    private final Clock clock;

    StartConversation(
            Conversations conversations,
            Packs packs,
            NamedProducts names,
            ConversationConfig config,
            Idempotency idempotency,
            Clock clock) {
        this.conversations = conversations;
        this.packs = packs;
        this.names = names;
        this.config = config;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** What a caller may say of a new conversation; each part null for the default. */
    public record Wish(String channel, String language, String pack, PageContext context) {
        static final Wish ANY = new Wish(null, null, null, null);

        public Wish {
            if (channel != null && !CHANNELS.contains(channel))
                throw new IllegalArgumentException(
                        "channel must be one of " + CHANNELS.stream().sorted().toList());
            if (language != null && !language.startsWith("zh") && !language.startsWith("en"))
                throw new IllegalArgumentException("language must be zh or en");
        }
    }

    /**
     * @param caller whose {@code idempotencyKey} it is
     * @param customerId who is signed in
     */
    @Transactional
    public String start(String caller, String idempotencyKey, Wish wish, Optional<String> customerId) {
        return idempotency.once(
                idempotencyKey, idempotencyScope(caller), wish, String.class, () -> begin(wish, customerId));
    }

    /**
     * All anonymous callers share their keys, and the answer to a key is somebody's conversation: theirs must be one that
     * nobody else comes upon (RFC 9562).
     *
     * @param key null or blank for none
     * @throws kefu.chassis.problem.ProblemException 400
     */
    static void checkAnonymous(String key) {
        if (key != null && !key.isBlank() && !UUID.matcher(key).matches())
            throw Problem.badRequest("Without a token, the Idempotency-Key must be a UUID.")
                    .asException();
    }

    /** Whose {@code Idempotency-Key} the start of a conversation is. @param caller a customer's id, for one */
    static String idempotencyScope(String caller) {
        return "conversations/" + caller;
    }

    private String begin(Wish wish, Optional<String> customerId) {
        var pack = packs.require(wish.pack() == null ? config.pack() : wish.pack());
        var conversation = new Conversation();
        conversation.id = Ids.next();
        conversation.customerId = customerId.orElse(null);
        conversation.identifiedBy = customerId.map(_ -> "jwt").orElse(null);
        conversation.channel = wish.channel() == null ? "web" : wish.channel();
        conversation.language = wish.language() == null ? null : wish.language().substring(0, 2);
        conversation.pack = pack.name();
        conversation.startedAt = clock.instant();
        var start = ConversationState.START;
        conversation.state =
                new ConversationState(names.at(wish.context(), start.context()), start.dialogue(), start.recent());
        conversations.start(conversation);
        return conversation.id;
    }
}
