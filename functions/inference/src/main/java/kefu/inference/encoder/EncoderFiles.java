package kefu.inference.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an encoder's files are and how they are to be read.
 *
 * @param name as it is published, {@code all-MiniLM-L6-v2}
 * @param language which texts it is for: {@code en} or {@code zh}
 * @param model the ONNX file: a resource's name, or a file's path when {@code folder} is given
 * @param tokenizer the {@code tokenizer.json} beside it
 * @param heads attention heads of each layer
 * @param folder where the files are, when they are not resources of the program
 */
public record EncoderFiles(
        String name,
        String language,
        String model,
        String tokenizer,
        Pooling pooling,
        int heads,
        Optional<Path> folder) {

    /** The English encoder that comes with Kefu: 6 layers, 384 wide, Apache-2.0. */
    public static EncoderFiles english() {
        return new EncoderFiles(
                "all-MiniLM-L6-v2",
                "en",
                "all-minilm-l6-v2.onnx",
                "all-minilm-l6-v2-tokenizer.json",
                Pooling.MEAN,
                12,
                Optional.empty());
    }

    /** The Chinese encoder that comes with Kefu: 4 layers, 512 wide, MIT. */
    public static EncoderFiles chinese() {
        return new EncoderFiles(
                "bge-small-zh-v1.5",
                "zh",
                "bge-small-zh-v1.5.onnx",
                "bge-small-zh-v1.5-tokenizer.json",
                Pooling.FIRST,
                8,
                Optional.empty());
    }

    /** @return the bytes of the model file, some 90 MB for the encoders that come with Kefu */
    public InputStream openModel() {
        return open(model);
    }

    public InputStream openTokenizer() {
        return open(tokenizer);
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
