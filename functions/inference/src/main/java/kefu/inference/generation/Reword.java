package kefu.inference.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kefu.inference.generation.Wording.Worded;
import org.jboss.logging.Logger;

/** Has a message reworded, sentence by sentence through the check of facts; what does not pass becomes the template. */
@ApplicationScoped
class Reword {
    private static final Logger LOG = Logger.getLogger(Reword.class);
    private static final Pattern END = Pattern.compile("[.!?…]+[\"')]*\\s+|[。！？…]+[”’」』）]*|\\n+");

    private final LanguageModel model;

    Reword(LanguageModel model) {
        this.model = model;
    }

    boolean isConfigured() {
        return model.isConfigured();
    }

    /**
     * @param said told of each sentence that passed, as it comes; when the answer then is the template after all, it
     *     takes the place of what was told
     */
    Worded reword(Wording wording, Consumer<String> said) {
        Draft draft = new Draft(new FactCheck(wording), said);
        try {
            model.stream(wording, draft::add);
        } catch (IOException e) {
            LOG.warnf("The language model failed, the template is shown: %s", e.getMessage());
            return template(wording, "the language model failed: " + e.getMessage());
        }
        return draft.wrong()
                .map(reason -> template(wording, "the text " + reason))
                .orElseGet(() -> new Worded(draft.text(), "generated", "", model.name()));
    }

    private Worded template(Wording wording, String reason) {
        return new Worded(wording.template(), "template", reason, model.name());
    }

    /** A text as it comes. Of one thread. */
    private static final class Draft {
        private final FactCheck check;
        private final Consumer<String> said;
        private final StringBuilder checked = new StringBuilder();
        private final StringBuilder rest = new StringBuilder();
        private Optional<String> wrong = Optional.empty();

        Draft(FactCheck check, Consumer<String> said) {
            this.check = check;
            this.said = said;
        }

        /** @return whether more of it is wanted */
        boolean add(String piece) {
            rest.append(piece);
            Matcher end = END.matcher(rest);
            int upTo = 0;
            while (end.find()) upTo = end.end();
            if (upTo > 0) pass(upTo);
            return wrong.isEmpty();
        }

        private void pass(int upTo) {
            String part = rest.substring(0, upTo);
            wrong = check.beyond(part);
            if (wrong.isPresent()) return;
            rest.delete(0, upTo);
            checked.append(part);
            said.accept(part);
        }

        /** @return what is wrong with the whole text */
        Optional<String> wrong() {
            if (wrong.isEmpty() && !rest.isEmpty()) pass(rest.length());
            return wrong.isPresent() ? wrong : check.whole(text()).or(() -> check.beyond(text()));
        }

        String text() {
            return checked.toString().strip();
        }
    }
}
