package kefu.routing.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kefu.model.shop.LocalText;
import kefu.model.turn.Act;
import kefu.routing.pack.IntentRule.Handling;

/** Reads a pack's files into its records and collects every mistake on the way. */
final class PackReader {
    private final String name;
    private final Map<String, PackFile> files;
    private final List<PackProblem.Mistake> mistakes = new ArrayList<>();

    PackReader(String name, Map<String, PackFile> files) {
        this.name = name;
        this.files = files;
    }

    Pack read() {
        var about = files.get("pack").root();
        var pack = new Pack(
                about.path("name").asText(name),
                about.path("version").asText("0"),
                strings(about.path("languages")),
                entries("intents", this::intent),
                entries("flows", this::flow),
                entries("slots", this::slot),
                entries("replies", (file, key, node) -> text(file, key, node)),
                assent(),
                handoff(),
                Map.copyOf(files));
        mistakes.addAll(new PackCheck(pack).mistakes());
        if (!mistakes.isEmpty()) throw new PackProblem(name, mistakes);
        return pack;
    }

    private interface Entry<T> {
        T read(PackFile file, String key, JsonNode node);
    }

    private <T> Map<String, T> entries(String fileName, Entry<T> entry) {
        var file = files.get(fileName);
        var read = new LinkedHashMap<String, T>();
        file.root().properties().forEach(e -> {
            var value = entry.read(file, e.getKey(), e.getValue());
            if (value != null) read.put(e.getKey(), value);
        });
        return read;
    }

    private IntentRule intent(PackFile file, String key, JsonNode node) {
        var handling = handling(file, key, node);
        if (handling == null) return null;
        var examples = new LinkedHashMap<String, List<String>>();
        node.path("examples").properties().forEach(e -> examples.put(e.getKey(), strings(e.getValue())));
        return new IntentRule(
                key, text(file, key + ".title", node.path("title")), handling, examples, wording(file, key, node));
    }

    private Optional<IntentRule.Wording> wording(PackFile file, String key, JsonNode node) {
        var insteadOf = Set.copyOf(strings(node.path("insteadOf")));
        var said = pattern(file, key, "said", node);
        if (insteadOf.isEmpty() == (said != null)) mistake(file, key, "needs both said and insteadOf, or none");
        return said == null ? Optional.empty() : Optional.of(new IntentRule.Wording(insteadOf, said));
    }

    private Handling handling(PackFile file, String key, JsonNode node) {
        if (node.has("flow")) return new Handling.Follow(node.path("flow").asText());
        if (node.has("answer"))
            return new Handling.Answer(
                    strings(node.path("answer")), node.path("recommend").asBoolean());
        if (node.has("say")) return new Handling.Say(node.path("say").asText(), act(file, key, node.path("act")));
        if (node.has("handoff"))
            return new Handling.HandOver(node.path("handoff").asText());
        if (node.has("respond"))
            return new Handling.Respond(node.path("respond").asText().equals("affirm"));
        return mistake(file, key, "says none of flow, answer, say, handoff, respond");
    }

    private Act act(PackFile file, String key, JsonNode node) {
        try {
            return node.isMissingNode() ? Act.INFORM : Act.of(node.asText());
        } catch (IllegalArgumentException e) {
            mistake(file, key + ".act", e.getMessage());
            return Act.INFORM;
        }
    }

    private Flow flow(PackFile file, String key, JsonNode node) {
        var steps = new ArrayList<Flow.Step>();
        for (int i = 0; i < node.path("steps").size(); i++) {
            var step = step(file, key + ".steps." + i, node.path("steps").get(i));
            if (step != null) steps.add(step);
        }
        if (steps.isEmpty()) mistake(file, key, "has no steps");
        return new Flow(key, steps, texts(node.path("instead")));
    }

    private Flow.Step step(PackFile file, String path, JsonNode node) {
        var when = texts(node.path("when"));
        if (node.has("ask"))
            return new Flow.Step.Ask(
                    node.path("ask").asText(), strings(node.path("statuses")), reply(node, "prompt"), when);
        if (node.has("do"))
            return new Flow.Step.Do(node.path("do").asText(), texts(node.path("with")), reply(node, "whole"), when);
        if (node.has("show")) return new Flow.Step.Show(node.path("show").asText(), when);
        return mistake(file, path, "says none of ask, do, show");
    }

    private static Optional<String> reply(JsonNode step, String field) {
        return Optional.of(step.path(field).asText()).filter(reply -> !reply.isEmpty());
    }

    private SlotRule slot(PackFile file, String key, JsonNode node) {
        var kind = node.path("kind").asText();
        if (!SlotRule.KINDS.contains(kind)) mistake(file, key, "kind must be one of " + SlotRule.KINDS);
        var choices = new ArrayList<SlotRule.Choice>();
        for (int i = 0; i < node.path("choices").size(); i++) {
            var choice = node.path("choices").get(i);
            var words = new LinkedHashMap<String, List<String>>();
            choice.path("words").properties().forEach(e -> words.put(e.getKey(), strings(e.getValue())));
            choices.add(new SlotRule.Choice(
                    choice.path("value").asText(),
                    text(file, key + ".choices." + i + ".label", choice.path("label")),
                    words));
        }
        return new SlotRule(
                key,
                kind,
                node.path("prompt").asText(),
                choices,
                pattern(file, key, "pattern", node),
                pattern(file, key, "said", node),
                node.path("readAhead").asBoolean());
    }

    private Pattern pattern(PackFile file, String key, String field, JsonNode node) {
        if (!node.has(field)) return null;
        try {
            return Pattern.compile(node.path(field).asText());
        } catch (PatternSyntaxException e) {
            return mistake(file, key + "." + field, e.getDescription());
        }
    }

    private Assent assent() {
        var file = files.get("assent");
        var read = new Assent(
                strings(file.root().path("yes")),
                strings(file.root().path("no")),
                strings(file.root().path("filling")));
        if (read.yes().isEmpty()) mistake(file, "yes", "has no words: nothing could be agreed to");
        return read;
    }

    private HandoffRules handoff() {
        var node = files.get("handoff").root();
        return new HandoffRules(
                node.path("failures").asInt(2),
                node.path("frustration").asDouble(0.7),
                Optional.ofNullable(pattern(files.get("handoff"), "", "calledOff", node)),
                Optional.ofNullable(pattern(files.get("handoff"), "", "howLong", node)),
                texts(node.path("skills")));
    }

    private LocalText text(PackFile file, String path, JsonNode node) {
        var texts = texts(node);
        for (var language : strings(files.get("pack").root().path("languages")))
            if (!texts.containsKey(language)) mistake(file, path, "has no text in " + language);
        return texts.isEmpty() ? LocalText.of(path) : new LocalText(texts);
    }

    private static Map<String, String> texts(JsonNode node) {
        var texts = new LinkedHashMap<String, String>();
        node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }

    private static List<String> strings(JsonNode node) {
        var strings = new ArrayList<String>();
        node.forEach(item -> strings.add(item.asText()));
        return List.copyOf(strings);
    }

    private <T> T mistake(PackFile file, String path, String what) {
        mistakes.add(new PackProblem.Mistake(file.name(), file.line(path), path + " " + what));
        return null;
    }
}
