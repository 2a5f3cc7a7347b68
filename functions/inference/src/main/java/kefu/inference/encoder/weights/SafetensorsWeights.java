package kefu.inference.encoder.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a BERT encoder as a safetensors file holds them: the length of a JSON header, the header with each
 * tensor's type, shape and place, then the numbers. Names may stand behind {@code bert.}, {@code roberta.} or
 * {@code model.}; matrices lie out × in and are turned.
 */
final class SafetensorsWeights implements BertWeights {
    private static final int MOST_HEADER = 100_000_000;
    private static final String WORDS = "embeddings.word_embeddings.weight";

    private final Map<String, JsonNode> header = new HashMap<>();
    private final ByteBuffer data;
    private final String prefix;

    /** @param file the whole file @throws IllegalArgumentException when it is none */
    SafetensorsWeights(ByteBuffer file) {
        ByteBuffer all = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (all.remaining() < Long.BYTES) throw new IllegalArgumentException("is no safetensors file: too short");
        long length = all.getLong();
        if (length <= 0 || length > Math.min(MOST_HEADER, all.remaining()))
            throw new IllegalArgumentException("is no safetensors file, or is cut short");
        byte[] json = new byte[(int) length];
        all.get(json);
        try {
            new ObjectMapper()
                    .readTree(new String(json, StandardCharsets.UTF_8))
                    .properties()
                    .forEach(e -> header.put(e.getKey(), e.getValue()));
        } catch (IOException e) {
            throw new IllegalArgumentException("is no safetensors file: its header is no JSON", e);
        }
        this.data = all.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.prefix = List.of("", "bert.", "roberta.", "model.").stream()
                .filter(p -> header.containsKey(p + WORDS))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("holds no BERT encoder: no tensor " + WORDS));
    }

    @Override
    public boolean has(String name) {
        return header.containsKey(prefix + name);
    }

    @Override
    public Tensor get(String name) {
        JsonNode tensor = header.get(prefix + name);
        if (tensor == null) throw new IllegalArgumentException("has no tensor " + prefix + name);
        long[] shape = new long[tensor.path("shape").size()];
        long size = 1;
        for (int d = 0; d < shape.length; d++)
            size *= shape[d] = tensor.path("shape").get(d).asLong();
        long from = tensor.path("data_offsets").path(0).asLong(-1);
        long to = tensor.path("data_offsets").path(1).asLong(-1);
        if (from < 0 || to > data.limit()) throw new IllegalArgumentException("is cut short at tensor " + name);
        String type = tensor.path("dtype").asText();
        ByteBuffer bytes = data.slice((int) from, (int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() != size * (type.equals("F32") ? 4 : 2))
            throw new IllegalArgumentException("has tensor " + name + " of " + bytes.remaining() + " bytes, " + type);
        return new Tensor(shape, floats(bytes, type, (int) size));
    }

    private static FloatBuffer floats(ByteBuffer bytes, String type, int size) {
        if (type.equals("F32")) return bytes.asFloatBuffer();
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            short half = bytes.getShort();
            values[i] = switch (type) {
                case "F16" -> Float.float16ToFloat(half);
                case "BF16" -> Float.intBitsToFloat(half << 16);
                default -> throw new IllegalArgumentException("holds " + type + ", and F32, F16 and BF16 are read");
            };
        }
        return FloatBuffer.wrap(values);
    }

    @Override
    public Tensor matrix(String layer) {
        Tensor stored = get(layer + ".weight");
        int out = (int) stored.shape()[0];
        int in = (int) stored.shape()[1];
        float[] turned = new float[in * out];
        for (int o = 0; o < out; o++)
            for (int i = 0; i < in; i++) turned[i * out + o] = stored.data().get(o * in + i);
        return new Tensor(new long[] {in, out}, FloatBuffer.wrap(turned));
    }
}
