package kefu.inference.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kefu.inference.encoder.weights.WeightDelta;
import kefu.inference.file.SealedFile;

/**
 * Where an encoder's files are and how they are to be read.
 *
 * @param name as it is published, {@code all-MiniLM-L6-v2}, or that of its folder
 * @param language which texts it is for: {@code en} or {@code zh}
 * @param model the file of weights: a resource's name, or a file within {@code folder} when that is given
 * @param tokenizer the {@code tokenizer.json} beside it
 * @param shape what its layers are like; empty where only the file itself knows
 * @param folder where the files are, when they are not resources of the program
 * @param changes the file of what fine-tuning changed of the weights; empty where they are as published
 */
public record EncoderFiles(
        String name,
        String language,
        Format format,
        String model,
        String tokenizer,
        Pooling pooling,
        Optional<BertShape> shape,
        Optional<Path> folder,
        Optional<URL> changes) {

    /** Digits of a checksum that tell encoders apart. */
    private static final int SHORT = 8;

    private static final Pattern CHANGED = Pattern.compile(".+\\+[0-9a-f]{" + SHORT + "}");
    private static final Pattern JAR = Pattern.compile("(?:[a-z0-9.]+\\.)?([a-z0-9]+-[^/]+)\\.jar!");

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

    /** @return the encoder that the shop's model was trained beside, where fine-tuning changed the one that comes with Kefu */
    public static Optional<EncoderFiles> ofShop(String language) {
        return Optional.ofNullable(EncoderFiles.class.getResource("/models/" + language + "-encoder.delta"))
                .map(changes -> of(language).changed(changes));
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
                Optional.empty(),
                Optional.empty());
    }

    /**
     * @param changes a file that {@link WeightDelta#write} made
     * @return this encoder, which comes with Kefu, as fine-tuning left it; its name tells it from any other
     * @throws IllegalArgumentException when it is no such file
     */
    public EncoderFiles changed(URL changes) {
        if (folder.isPresent() || this.changes.isPresent())
            throw new IllegalArgumentException("encoder " + name + " is not one that comes with Kefu as it is");
        String tuned = name + "+" + checksum(changes).substring(0, SHORT);
        return new EncoderFiles(
                tuned, language, format, model, tokenizer, pooling, shape, folder, Optional.of(changes));
    }

    /** @return whether an encoder of this name is one that fine-tuning changed */
    public static boolean isChanged(String name) {
        return CHANGED.matcher(name).matches();
    }

    /** @return the model file, some 90 MB for the encoders that come with Kefu, fine-tuned where they are */
    public byte[] modelBytes() {
        try (InputStream published = openModel()) {
            byte[] bytes = published.readAllBytes();
            return changes.isEmpty() ? bytes : change(bytes, changes.get());
        } catch (IOException e) {
            throw new UncheckedIOException("encoder " + name + " cannot be read", e);
        }
    }

    private byte[] change(byte[] published, URL changes) throws IOException {
        String file = changes.getPath().substring(changes.getPath().lastIndexOf('/') + 1);
        try (InputStream delta = changes.openStream()) {
            return WeightDelta.read(delta.readAllBytes(), file).addTo(source().orElse(""), published);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("encoder " + name + ": " + file + " " + e.getMessage(), e);
        }
    }

    private static String checksum(URL changes) {
        try (InputStream in = changes.openStream()) {
            return WeightDelta.checksum(in.readNBytes(SealedFile.HEAD), changes.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(changes + " cannot be read", e);
        }
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

    /** @return how a model file names this encoder, with a checksum where it is not one that comes with Kefu as it is */
    public EncoderReference reference(int mostTokens) {
        Optional<String> checksum =
                changes.map(EncoderFiles::checksum).or(() -> folder.map(f -> Checksum.of(f, model, tokenizer)));
        return new EncoderReference(name, checksum, mostTokens);
    }

    /** @return tokens that its positions are enough for */
    public int mostTokens() {
        return shape.map(BertShape::positions).orElse(BertShape.USUAL_POSITIONS);
    }

    /** @return the model file as it was published */
    public InputStream openModel() {
        return open(model);
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
