package kefu.inference.encoder.pytorch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kefu.inference.encoder.BertShape;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.Pooling;

/** Writes an encoder as a folder in the form it is published in: safetensors, config, tokenizer, pooling. */
final class SaveEncoder {
    private SaveEncoder() {}

    static void to(Path folder, BertModel model, EncoderFiles files) throws IOException {
        Files.createDirectories(folder.resolve("1_Pooling"));
        try (InputStream tokenizer = files.openTokenizer()) {
            Files.copy(tokenizer, folder.resolve("tokenizer.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        ObjectMapper json = new ObjectMapper();
        json.writeValue(folder.resolve("config.json").toFile(), config(model));
        boolean first = model.pooling() == Pooling.FIRST;
        json.writeValue(
                folder.resolve("1_Pooling/config.json").toFile(),
                Map.of("pooling_mode_cls_token", first, "pooling_mode_mean_tokens", !first));
        weights(folder.resolve("model.safetensors"), model);
    }

    private static Map<String, Object> config(BertModel model) {
        BertShape shape = model.shape();
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("model_type", shape.firstPosition() == 0 ? "bert" : "roberta");
        config.put("hidden_act", "gelu");
        config.put("hidden_size", model.width());
        config.put("num_hidden_layers", model.layers().size());
        config.put("num_attention_heads", shape.heads());
        config.put("layer_norm_eps", shape.epsilon());
        config.put("max_position_embeddings", model.positions().getShape().get(0));
        config.put("vocab_size", model.words().getShape().get(0));
        return config;
    }

    private static void weights(Path file, BertModel model) throws IOException {
        Map<String, float[]> data = new TreeMap<>();
        Map<String, Object> header = new LinkedHashMap<>();
        model.weights((name, array) -> {
            data.put(name, array.toFloatArray());
            header.put(name, array.getShape().getShape());
        });
        long at = 0;
        for (Map.Entry<String, float[]> tensor : data.entrySet()) {
            long to = at + (long) tensor.getValue().length * Float.BYTES;
            header.put(
                    tensor.getKey(),
                    Map.of("dtype", "F32", "shape", header.get(tensor.getKey()), "data_offsets", List.of(at, to)));
            at = to;
        }
        byte[] said = new ObjectMapper().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            out.write(length.putLong(said.length).flip());
            out.write(ByteBuffer.wrap(said));
            for (float[] tensor : data.values()) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(tensor.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(tensor);
                while (bytes.hasRemaining()) out.write(bytes);
            }
        }
    }
}
