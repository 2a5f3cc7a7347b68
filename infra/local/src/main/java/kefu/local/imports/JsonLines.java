package kefu.local.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kefu.local.http.Json;

/** A file with one JSON object a line, read as it goes: it may be larger than memory. */
final class JsonLines<T> {
    private final Path file;
    private final String name;
    private final ObjectReader reader;
    private final Report report;
    private int line;

    /** @param name how the file is called in reports */
    JsonLines(Path file, String name, Class<T> type, Report report) {
        this.file = file;
        this.name = name;
        this.report = report;
        this.reader = mapper().readerFor(type);
    }

    /** Gives each good line to the sink and each bad one to the report. Blank lines are skipped. */
    void forEach(Consumer<Numbered<T>> sink) {
        try (var lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                if (line == 1 && text.startsWith("\uFEFF")) text = text.substring(1);
                if (!text.isBlank()) read(text, sink);
            }
        } catch (MalformedInputException e) {
            report.problem(new BadLine(name, line + 1, "is not UTF-8; nothing after it was read"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void read(String text, Consumer<Numbered<T>> sink) {
        T value;
        try {
            value = reader.readValue(text);
        } catch (JsonProcessingException e) {
            report.problem(new BadLine(name, line, reason(e)));
            return;
        }
        if (value == null) report.problem(new BadLine(name, line, "null is no object"));
        else sink.accept(new Numbered<>(line, value));
    }

    /** @return where in the object, and what is wrong there, without Java in it */
    private static String reason(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping)) return "is no JSON: " + failure.getOriginalMessage();
        var where = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        var message = message(mapping)
                .replaceAll("`?(java|kefu)\\.[\\w.]+?(\\w+)`?(?=[\\s,:;)]|$)", "$2")
                .replaceFirst("^Cannot construct instance of \\w+, problem: ", "")
                .replaceFirst("(?s)\\n? at \\[Source.*", "");
        return where.isEmpty() ? message : where + ": " + message;
    }

    private static String message(JsonMappingException failure) {
        if (failure instanceof InvalidFormatException number && number.getValue() instanceof Double value)
            return "must be a whole number without a point, is " + value;
        return failure.getCause() == null
                ? failure.getOriginalMessage()
                : failure.getCause().getMessage();
    }

    private ObjectMapper mapper() {
        return Json.mapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addHandler(new LeftOut());
    }

    /** A field Kefu does not know is left out, and said so once: silently it would look loaded. */
    private final class LeftOut extends DeserializationProblemHandler {
        private final Set<String> named = new HashSet<>();

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object bean,
                String field)
                throws IOException {
            if (named.add(field))
                report.note(name + ":" + line + ": the field \"" + field
                        + "\" is unknown and was left out, wherever it stands; known are "
                        + deserializer.getKnownPropertyNames().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", ")));
            parser.skipChildren();
            return true;
        }
    }
}
