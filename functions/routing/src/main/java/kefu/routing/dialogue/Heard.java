package kefu.routing.dialogue;

import java.util.Arrays;
import java.util.Optional;
import kefu.model.turn.TurnRequest;
import kefu.model.understanding.Entity;
import kefu.model.understanding.Understanding;
import kefu.routing.text.Said;

/**
 * What came in with a turn (Q in D = h(C, Q)).
 *
 * @param text the words; those that were asked about where a button says what they meant; empty where another answered
 * @param answer the button; null without one
 * @param understanding what it means
 * @param language to answer in: {@code zh} or {@code en}
 */
public record Heard(String text, TurnRequest.Answer answer, Understanding understanding, String language) {

    /** @return the value that a button sent for this slot */
    public Optional<String> answerTo(String slot) {
        return Optional.ofNullable(answer).filter(a -> a.slot().equals(slot)).map(TurnRequest.Answer::value);
    }

    /** @return whether words remain beside numbers, names and addresses */
    public boolean saysMoreThanValues() {
        var points = text.codePoints().toArray();
        for (var value : understanding.entities())
            Arrays.fill(points, Math.max(0, value.start()), Math.min(points.length, value.end()), ' ');
        return Arrays.stream(points).filter(Character::isLetter).count() > 1;
    }

    /** @return whether a variant's option is named: "blue", "size M", 蓝色 */
    public boolean names(String option) {
        return Said.in(text, option)
                || understanding.entities().stream()
                        .anyMatch(e -> e.type().equals("option")
                                && (e.value().equalsIgnoreCase(option) || Said.in(option, e.value())));
    }

    /** @return an entity as it was written */
    public String said(Entity entity) {
        var points = text.codePoints().toArray();
        int end = Math.min(points.length, entity.end());
        int start = Math.min(entity.start(), end);
        return new String(points, start, end - start);
    }

    public Optional<String> entity(String type) {
        return understanding.entities().stream()
                .filter(e -> e.type().equals(type))
                .map(Entity::value)
                .findFirst();
    }
}
