package kefu.inference.encoder.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import kefu.inference.encoder.EncoderFiles;

/** The weights of a BERT encoder by BERT's names, from whatever file they are in. */
public interface BertWeights {
    /** A matrix or vector. */
    record Tensor(long[] shape, FloatBuffer data) {}

    /** @throws IllegalArgumentException when the file has none of this name */
    Tensor get(String name);

    /** @param layer as BERT names it, without {@code .weight} @return its matrix, in × out */
    Tensor matrix(String layer);

    boolean has(String name);

    /** @throws IllegalArgumentException when the file cannot be used */
    static BertWeights of(EncoderFiles files) {
        try {
            if (files.format() == EncoderFiles.Format.SAFETENSORS) return new SafetensorsWeights(map(files));
            return new OnnxWeights(ByteBuffer.wrap(files.modelBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("encoder " + files.name() + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "encoder " + files.name() + ": " + files.model() + ": " + e.getMessage(), e);
        }
    }

    private static ByteBuffer map(EncoderFiles files) throws IOException {
        Path file = files.folder().orElseThrow().resolve(files.model());
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    default int layers() {
        int n = 0;
        while (has("encoder.layer." + n + ".output.dense.bias")) n++;
        return n;
    }
}
