package kefu.inference.openinference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be inferred.
 *
 * @param id the caller's own name for the request; empty for none
 * @param texts of the one BYTES tensor
 * @param outputs which are wanted
 */
record InferRequest(String id, List<String> texts, Set<String> outputs) {
    static final List<String> OUTPUTS = List.of("intent", "confidence", "probabilities", "embedding");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException when the body is none; the message says why */
    static InferRequest of(byte[] body) {
        JsonNode root = json(body);
        JsonNode inputs = root.path("inputs");
        if (!inputs.isArray() || inputs.size() != 1) throw new IllegalArgumentException("inputs must hold one tensor");
        return new InferRequest(root.path("id").asText(""), texts(inputs.get(0)), outputs(root.path("outputs")));
    }

    private static JsonNode json(byte[] body) {
        try {
            // A lenient decoder would put question marks where the bytes are broken, and infer something of them.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode root = JSON.readTree(text);
            if (root == null || !root.isObject()) throw new IllegalArgumentException("the body is no JSON object");
            return root;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the body is not UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body is not valid JSON", e);
        }
    }

    private static List<String> texts(JsonNode tensor) {
        if (!tensor.path("datatype").asText().equals("BYTES"))
            throw new IllegalArgumentException("the tensor's datatype must be BYTES");
        List<String> texts = new ArrayList<>();
        collect(tensor.path("data"), texts);
        if (texts.isEmpty()) throw new IllegalArgumentException("the tensor holds no data");
        long elements = 1;
        for (JsonNode size : tensor.path("shape")) elements *= Math.max(0, size.asLong(-1));
        if (!tensor.path("shape").isArray() || elements != texts.size())
            throw new IllegalArgumentException(
                    "shape " + tensor.path("shape") + " does not fit the tensor's " + texts.size() + " elements");
        if (texts.stream().anyMatch(String::isBlank)) throw new IllegalArgumentException("a text is empty");
        return texts;
    }

    /** Data may be nested as the shape is, or flat. */
    private static void collect(JsonNode data, List<String> into) {
        for (JsonNode element : data) {
            if (element.isArray()) collect(element, into);
            else if (element.isTextual()) into.add(element.asText());
            else throw new IllegalArgumentException("data must be texts");
        }
    }

    private static Set<String> outputs(JsonNode wanted) {
        if (wanted.isMissingNode() || wanted.isEmpty()) return new TreeSet<>(OUTPUTS);
        Set<String> names = new TreeSet<>();
        for (JsonNode output : wanted) {
            String name = output.path("name").asText();
            if (!OUTPUTS.contains(name))
                throw new IllegalArgumentException("there is no output " + name + "; there are " + OUTPUTS);
            names.add(name);
        }
        return names;
    }
}
