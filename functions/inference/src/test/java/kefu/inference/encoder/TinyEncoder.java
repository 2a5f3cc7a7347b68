package kefu.inference.encoder;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A folder with an encoder of two small layers and random weights, as another program would have saved it. */
public final class TinyEncoder {
    private static final int WIDTH = 16;
    private static final int WIDE = 32;
    private static final int POSITIONS = 40;

    private final List<float[]> data = new ArrayList<>();
    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Random random;
    private int bytes;

    private TinyEncoder(long seed) {
        this.random = new Random(seed);
    }

    /** @param words that it knows */
    public static Path write(Path folder, List<String> words, long seed) throws IOException {
        Files.createDirectories(folder);
        List<String> vocabulary = new ArrayList<>(List.of("[PAD]", "[CLS]", "[SEP]", "[UNK]"));
        vocabulary.addAll(words);
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer(vocabulary));
        Files.writeString(folder.resolve("config.json"), """
                {"model_type": "bert", "hidden_act": "gelu", "num_attention_heads": 4, "layer_norm_eps": 1e-12,
                 "max_position_embeddings": %d}""".formatted(POSITIONS));
        Files.write(folder.resolve("model.safetensors"), new TinyEncoder(seed).weights(vocabulary.size()));
        return folder;
    }

    private byte[] weights(int words) throws IOException {
        add("bert.embeddings.word_embeddings.weight", 1, words, WIDTH);
        add("bert.embeddings.position_embeddings.weight", 0.1f, POSITIONS, WIDTH);
        add("bert.embeddings.token_type_embeddings.weight", 0.1f, 2, WIDTH);
        norm("bert.embeddings.LayerNorm");
        for (int i = 0; i < 2; i++) {
            String layer = "bert.encoder.layer." + i + ".";
            for (String part : List.of("query", "key", "value")) dense(layer + "attention.self." + part, WIDTH, WIDTH);
            dense(layer + "attention.output.dense", WIDTH, WIDTH);
            norm(layer + "attention.output.LayerNorm");
            dense(layer + "intermediate.dense", WIDE, WIDTH);
            dense(layer + "output.dense", WIDTH, WIDE);
            norm(layer + "output.LayerNorm");
        }
        byte[] said = new ObjectMapper().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + said.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(said.length).put(said);
        for (float[] tensor : data) for (float v : tensor) file.putFloat(v);
        return file.array();
    }

    private void dense(String name, int out, int in) {
        add(name + ".weight", (float) (1 / Math.sqrt(in)), out, in);
        add(name + ".bias", 0.01f, out);
    }

    private void norm(String name) {
        add(name + ".weight", 0, WIDTH);
        java.util.Arrays.fill(data.getLast(), 1);
        add(name + ".bias", 0.01f, WIDTH);
    }

    private void add(String name, float spread, int... shape) {
        float[] values = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) values[i] = spread * (float) random.nextGaussian();
        int to = bytes + values.length * Float.BYTES;
        header.put(name, Map.of("dtype", "F32", "shape", shape, "data_offsets", List.of(bytes, to)));
        data.add(values);
        bytes = to;
    }

    private static String tokenizer(List<String> vocabulary) {
        String numbered = IntStream.range(0, vocabulary.size())
                .mapToObj(i -> "\"" + vocabulary.get(i) + "\": " + i)
                .collect(Collectors.joining(", "));
        return """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
                 "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"}, "decoder": null,
                 "post_processor": {"type": "TemplateProcessing",
                  "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                             {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
                  "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
                  "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [1], "tokens": ["[CLS]"]},
                                     "[SEP]": {"id": "[SEP]", "ids": [2], "tokens": ["[SEP]"]}}},
                 "model": {"type": "WordLevel", "vocab": {%s}, "unk_token": "[UNK]"}}""".formatted(numbered);
    }
}
