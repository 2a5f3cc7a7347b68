package kefu.inference.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an encoder's files are and how they are to be read.
 *
 * @param name as it is published, {@code all-MiniLM-L6-v2}, or that of its folder
 * @param language which texts it is for: {@code en} or {@code zh}
 * @param model the file of weights: a resource's name, or a file within {@code folder} when that is given
 * @param tokenizer the {@code tokenizer.json} beside it
 * @param shape what its layers are like; empty where only the file itself knows
 * @param folder where the files are, when they are not resources of the program
 */
public record EncoderFiles(
        String name,
        String language,
        Format format,
        String model,
        String tokenizer,
        Pooling pooling,
        Optional<BertShape> shape,
        Optional<Path> folder) {

    private static final Pattern JAR = Pattern.compile("([^/]+)\\.jar!");

    /** What the file of weights is. */
    public enum Format {
        ONNX,
        SAFETENSORS,
        TORCHSCRIPT
    }

    /** The English encoder that comes with Kefu: 6 layers, 384 wide, Apache-2.0. */
    public static EncoderFiles english() {
        return builtIn("all-MiniLM-L6-v2", "en", "all-minilm-l6-v2", Pooling.MEAN, 12);
    }

    /** The Chinese encoder that comes with Kefu: 4 layers, 512 wide, MIT. */
    public static EncoderFiles chinese() {
        return builtIn("bge-small-zh-v1.5", "zh", "bge-small-zh-v1.5", Pooling.FIRST, 8);
    }

    /** @return the encoder that comes with Kefu for a language, {@code en} or {@code zh} */
    public static EncoderFiles of(String language) {
        return language.equals("zh") ? chinese() : english();
    }

    private static EncoderFiles builtIn(String name, String language, String file, Pooling pooling, int heads) {
        return new EncoderFiles(
                name,
                language,
                Format.ONNX,
                file + ".onnx",
                file + "-tokenizer.json",
                pooling,
                Optional.of(BertShape.usual(heads)),
                Optional.empty());
    }

    /** @return the bytes of the model file, some 90 MB for the encoders that come with Kefu */
    public InputStream openModel() {
        return open(model);
    }

    public InputStream openTokenizer() {
        return open(tokenizer);
    }

    /** @return the jar, by its name and version, that an encoder which comes with Kefu came in; empty for any other */
    public Optional<String> source() {
        if (folder.isPresent()) return Optional.empty();
        return Optional.ofNullable(EncoderFiles.class.getResource("/" + model))
                .map(url -> JAR.matcher(url.getPath()))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** @return how a model file names this encoder, with a checksum where it is not one that comes with Kefu */
    public EncoderReference reference(int mostTokens) {
        return new EncoderReference(name, folder.map(f -> Checksum.of(f, model, tokenizer)), mostTokens);
    }

    /** @return tokens that its positions are enough for */
    public int mostTokens() {
        return shape.map(BertShape::positions).orElse(BertShape.USUAL_POSITIONS);
    }

    private InputStream open(String file) {
        try {
            if (folder.isPresent()) return Files.newInputStream(folder.get().resolve(file));
            InputStream resource = EncoderFiles.class.getResourceAsStream("/" + file);
            if (resource == null) throw new java.io.FileNotFoundException("no resource " + file + " on the class path");
            return resource;
        } catch (IOException e) {
            throw new UncheckedIOException("encoder " + name + " cannot be read", e);
        }
    }
}
