package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kefu.chassis.outbox.Broker;
import kefu.chassis.problem.Problem;
import kefu.chassis.sql.Sql;
import kefu.model.profile.Profile;
import kefu.model.recommendation.RecommendedProduct;
import kefu.model.shop.Customer;
import kefu.model.turn.HandoffNotice;
import kefu.model.turn.Owner;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import kefu.routing.context.Context;
import kefu.routing.context.ContextReasoner;
import kefu.routing.dialogue.Decision;
import kefu.routing.dialogue.Heard;
import kefu.routing.dialogue.Move;
import kefu.routing.dialogue.Replies;
import kefu.routing.dialogue.Situation;
import kefu.routing.handoff.Ownership;
import kefu.routing.pack.Pack;
import kefu.routing.pack.Packs;
import kefu.routing.profile.Profiles;
import kefu.routing.recommendation.Recommender;
import kefu.routing.recommendation.Recommender.Recommended;
import kefu.routing.store.Store;
import kefu.routing.stream.ConversationEvents;

/** The steps of one turn, in their order: understand, know who asks, reason, decide, recommend, keep. */
@ApplicationScoped
class TurnInProgress {
    private final Sql sql;
    private final Packs packs;
    private final Hearing hearing;
    private final NamedProducts names;
    private final Profiles profiles;
    private final Store store;
    private final Wishes wishes;
    private final Recommender recommender;
    private final Ownership ownership;
    private final HandoffRequests handoffs;
    private final ConversationEvents stream;
    private final TurnRecords records;
    private final Beside beside;
    private final Broker broker;
    private final Clock clock;

    TurnInProgress(
            Sql sql,
            Packs packs,
            Hearing hearing,
            NamedProducts names,
            Profiles profiles,
            Store store,
            Wishes wishes,
            Recommender recommender,
            Ownership ownership,
            HandoffRequests handoffs,
            ConversationEvents stream,
            TurnRecords records,
            Beside beside,
            Broker broker,
            Clock clock) {
        this.sql = sql;
        this.packs = packs;
        this.hearing = hearing;
        this.names = names;
        this.profiles = profiles;
        this.store = store;
        this.wishes = wishes;
        this.recommender = recommender;
        this.ownership = ownership;
        this.handoffs = handoffs;
        this.stream = stream;
        this.records = records;
        this.beside = beside;
        this.broker = broker;
        this.clock = clock;
    }

    /**
     * @param conversation which is locked
     * @param owner who answers it as far as known now
     * @param awaitsPerson whether a person is asked for who has not come yet
     * @throws AnswerTurn.OwnerChanged when it has to be run again
     */
    TurnAnswer run(
            Conversation conversation, Owner owner, boolean awaitsPerson, TurnRequest request, LedgerBook ledger) {
        var receivedAt = clock.instant();
        var pack = packs.require(conversation.pack);
        checkSlot(request.answer(), pack);
        var before = conversation.state;

        var profile = beside.ask(() -> profiles.of(conversation.customerId()));
        boolean answers = !owner.kind().equals("agent");
        var heard = ledger.note(
                "understand",
                () -> hearing.hear(conversation, request, pack, answers),
                h -> h.heard().understanding().modelMillis());
        var known = ledger.note("profile", profile);
        var here = names.at(request.context(), before.context());
        var context = context(heard, here, before, known.profile(), pack);

        if (!answers) {
            var held = hold(conversation, owner, false);
            return records.keepForAgent(
                    conversation,
                    request,
                    heard.heard(),
                    context,
                    owner,
                    held.number().get(),
                    receivedAt,
                    ledger);
        }

        Function<Heard, Supplier<Recommended>> fits =
                wish -> new Lazy<>(() -> recommended(conversation, here.productId(), wish));
        var situation = new Situation(
                conversation.id,
                conversation.customerId().map(this::customer),
                known.profile(),
                context,
                before.dialogue(),
                heard.heard(),
                pack,
                fits.apply(heard.heard()),
                awaitsPerson);
        var decided = ledger.note("decide", () -> wishes.decide(situation, heard.wishes(), fits));
        var recommended = ledger.note(
                "recommend",
                () -> decided.recommending().map(s -> s.recommended().get()).orElse(Recommended.NONE));
        boolean shown =
                decided.recommending().filter(s -> s.rule().recommends()).isPresent();
        var move = shown
                ? decided.move()
                        .showing(recommended.products().stream()
                                .map(RecommendedProduct::productId)
                                .toList())
                : decided.move();

        move.identified().ifPresent(who -> identify(conversation, who));
        var held = hold(conversation, owner, move.decision().changesQueue());
        if (held.open().get().isPresent() != awaitsPerson) throw new AnswerTurn.OwnerChanged(conversation.id);
        var handoff = handoff(conversation, request, move, situation.about(move.context()), held.open());
        var answer = new TurnAnswer(
                conversation.turns + 1,
                TurnAnswer.Understood.of(heard.heard().understanding()),
                move.context().seen(move.state().flow()),
                Attachments.noted(Replies.say(move.decision(), situation), move.decision(), request, situation),
                move.actions(),
                recommended.products(),
                handoff.orElse(null),
                owner,
                degraded(request, heard.degraded(), known.degraded(), recommended.degraded()),
                heard.heard().understanding().servedBy());
        return records.keep(
                conversation, request, situation, move, answer, held.number().get(), receivedAt, ledger);
    }

    private static void checkSlot(TurnRequest.Answer answer, Pack pack) {
        if (answer != null && !Replies.expects(answer.slot()) && pack.slot(answer.slot()) == null)
            throw Problem.invalid(List.of(new Problem.FieldError(
                            "answer.slot", "is none that is ever asked for; expects.slot of the last reply has it")))
                    .asException();
    }

    /** @param open the hand-off that is open @param number of the turn among the conversation's events */
    private record Held(Supplier<Optional<HandoffNotice>> open, Supplier<Long> number) {}

    /**
     * Nobody hands the conversation over from here to the commit.
     *
     * @param tellsFirst whether a person is asked for or called off, of which the stream tells before it tells of the turn
     */
    private Held hold(Conversation conversation, Owner owner, boolean tellsFirst) {
        var reads = sql.together();
        var held = ownership.hold(reads, conversation.id);
        var open = handoffs.open(reads, conversation.id);
        Supplier<Long> number = tellsFirst ? () -> stream.next(conversation.id) : stream.next(reads, conversation.id);
        reads.run();
        if (!held.get().equals(owner)) throw new AnswerTurn.OwnerChanged(conversation.id);
        return new Held(open, number);
    }

    /** Of several wishes each is about what it names itself. */
    private Context context(Hearing.What heard, Context here, ConversationState before, Profile profile, Pack pack) {
        var understanding = heard.heard().understanding();
        if (heard.wishes().size() > 1) return ContextReasoner.feeling(profile, here, understanding);
        return ContextReasoner.next(
                profile,
                here,
                understanding,
                pack.intent(understanding.intent()).isServed(),
                names.in(heard.heard().text(), before.context(), before.dialogue()));
    }

    /**
     * Asked only for what will be shown; with the words themselves where the answer is a recommendation.
     *
     * @param product that is looked at; null for none
     */
    private Recommended recommended(Conversation conversation, String product, Heard heard) {
        var pack = packs.require(conversation.pack);
        boolean byWords = pack.intent(heard.understanding().intent()).recommends();
        // What is looked at is not shown, but where it is asked for by its name.
        boolean wanted = byWords
                && product != null
                && store.named(heard.text()).products().contains(product);
        return recommender.recommend(
                conversation.customerId, wanted ? null : product, conversation.id, byWords ? heard.text() : null);
    }

    /** Somebody signed in whom the shop has no record of is a customer without orders. */
    private Customer customer(String id) {
        return store.customer(id).orElseGet(() -> new Customer(id, null, null, null, null, null, List.of()));
    }

    private void identify(Conversation conversation, Move.Identified who) {
        if (conversation.customerId != null) return;
        if (!store.hold(who.customer().id()))
            throw Problem.conflict("customer-erased", "This customer was erased meanwhile.")
                    .asException();
        conversation.customerId = who.customer().id();
        conversation.identifiedBy = who.by();
    }

    private Optional<HandoffNotice> handoff(
            Conversation conversation,
            TurnRequest request,
            Move move,
            Situation situation,
            Supplier<Optional<HandoffNotice>> waiting) {
        return switch (move.decision().last()) {
            case Decision.HandOff handOff ->
                Optional.of(handoffs.request(conversation, request, handOff.reason(), situation));
            case Decision.CallOff _ -> {
                handoffs.callOff(conversation);
                yield Optional.empty();
            }
            default -> waiting.get();
        };
    }

    private List<String> degraded(TurnRequest request, boolean inference, boolean profiling, boolean recommendation) {
        var away = new ArrayList<>(Attachments.degraded(request));
        if (inference) away.add("inference");
        if (profiling) away.add("profiling");
        if (recommendation) away.add("recommendation");
        if (!broker.reachable()) away.add("kafka");
        return away;
    }
}
