package kefu.inference.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kefu.inference.encoder.EncoderFiles.Format;

/**
 * Reads a folder with an encoder as it is published: {@code tokenizer.json}, and {@code model.onnx} (or
 * {@code onnx/model.onnx}), {@code model.safetensors} with {@code config.json}, or a TorchScript {@code .pt}. Pooling is
 * what {@code 1_Pooling/config.json} says, and the mean without it. Or a folder with {@value #CHANGES} alone, as fine-tuning
 * of an encoder that comes with Kefu writes it.
 */
public final class EncoderFolder {
    /** What fine-tuning changed of the encoder that comes with Kefu; such a folder needs nothing else. */
    public static final String CHANGES = "weights.delta";

    private static final Set<String> BERT = Set.of("bert");
    private static final Set<String> ROBERTA = Set.of("roberta", "xlm-roberta", "camembert");
    private static final int ROBERTA_OFFSET = 2;

    private final Path folder;

    private EncoderFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param language which texts it is to read, {@code en} or {@code zh}
     * @throws IllegalArgumentException when the folder holds no encoder that can be used; the message says what is missing
     */
    public static EncoderFiles read(Path folder, String language) {
        return new EncoderFolder(folder.toAbsolutePath().normalize()).files(language);
    }

    private EncoderFiles files(String language) {
        if (!Files.isDirectory(folder)) throw problem("is no folder");
        if (has(CHANGES)) return changed(language);
        if (!has("tokenizer.json"))
            throw problem("has no tokenizer.json (a tokenizer saved as vocab.txt alone has to be converted to one)");
        String model = model();
        Format format = model.endsWith(".onnx")
                ? Format.ONNX
                : model.endsWith(".safetensors") ? Format.SAFETENSORS : Format.TORCHSCRIPT;
        if (format == Format.SAFETENSORS && !has("config.json"))
            throw problem("has model.safetensors but no config.json, which says how many attention heads there are");
        Optional<BertShape> shape = has("config.json") ? shape(format) : Optional.empty();
        return new EncoderFiles(
                folder.getFileName().toString(),
                language,
                format,
                model,
                "tokenizer.json",
                pooling(),
                shape,
                Optional.of(folder),
                Optional.empty());
    }

    private EncoderFiles changed(String language) {
        if (has("tokenizer.json"))
            throw problem("holds an encoder and " + CHANGES + ", what changed of another: leave one of them");
        try {
            return EncoderFiles.of(language)
                    .changed(folder.resolve(CHANGES).toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String model() {
        for (String usual : List.of("model.onnx", "onnx/model.onnx", "model.safetensors")) if (has(usual)) return usual;
        List<String> others = named(".onnx", ".safetensors", ".pt");
        if (others.size() == 1) return others.getFirst();
        if (others.stream().anyMatch(name -> name.matches("model-\\d+-of-\\d+\\.safetensors")))
            throw problem("has its weights in several files: save them as one model.safetensors");
        if (others.size() > 1) throw problem("has several models, none of them called model.onnx: " + others);
        String hint = has("pytorch_model.bin") ? "; pytorch_model.bin is a pickle: save it as model.safetensors" : "";
        throw problem("has no model.onnx, model.safetensors or TorchScript .pt file" + hint);
    }

    private List<String> named(String... endings) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> Arrays.stream(endings).anyMatch(name::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " cannot be read", e);
        }
    }

    /** Only our own layers need to know what they are; the other formats hold their own. */
    private Optional<BertShape> shape(Format format) {
        JsonNode config = json("config.json");
        String type = config.path("model_type").asText("bert");
        boolean roberta = ROBERTA.contains(type);
        String unfit = unfit(config, type);
        if (!unfit.isEmpty()) {
            if (format == Format.SAFETENSORS) throw problem(unfit + "; export it to model.onnx instead");
            return Optional.empty();
        }
        int first = roberta ? ROBERTA_OFFSET : 0;
        return Optional.of(new BertShape(
                config.path("num_attention_heads").asInt(),
                (float) config.path("layer_norm_eps").asDouble(1e-12),
                first,
                config.path("max_position_embeddings").asInt(BertShape.USUAL_POSITIONS) - first));
    }

    private static String unfit(JsonNode config, String type) {
        if (!BERT.contains(type) && !ROBERTA.contains(type))
            return "is of type " + type + ", and weights are read of bert, roberta, xlm-roberta and camembert";
        if (!config.path("num_attention_heads").canConvertToInt())
            return "has a config.json without num_attention_heads";
        if (!config.path("hidden_act").asText("gelu").equals("gelu"))
            return "uses " + config.path("hidden_act").asText() + " where gelu is needed";
        if (!config.path("position_embedding_type").asText("absolute").equals("absolute"))
            return "has relative positions where absolute ones are needed";
        return "";
    }

    private Pooling pooling() {
        if (!has("1_Pooling/config.json")) return Pooling.MEAN;
        return json("1_Pooling/config.json").path("pooling_mode_cls_token").asBoolean() ? Pooling.FIRST : Pooling.MEAN;
    }

    private JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException("encoder " + folder + ": " + file + " is no JSON", e);
        }
    }

    private boolean has(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException("encoder " + folder + " " + what);
    }
}
