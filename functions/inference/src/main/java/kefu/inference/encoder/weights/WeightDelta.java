package kefu.inference.encoder.weights;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kefu.inference.file.SealedFile;

/**
 * What fine-tuning changed of an encoder that comes with Kefu, in four bits a weight: a fifteenth of the encoder, small
 * enough to travel beside a model. Differences need far less precision than weights (BitDelta, Liu et al. 2024,
 * arXiv 2402.10193). As a file: {@code KEFUDELT}, the SHA-256 of what follows, then deflated.
 */
public final class WeightDelta {
    private static final SealedFile SEAL = new SealedFile("KEFUDELT", "file of an encoder's changes");
    private static final int FORMAT = 1;

    /** What is smaller came of calculating. */
    private static final float NOTHING = 1e-6f;

    private final String base;
    /** By BERT's names, matrices by their layer's name and in × out; what did not change is left out. */
    private final SortedMap<String, FourBits> parts;

    private WeightDelta(String base, SortedMap<String, FourBits> parts) {
        this.base = base;
        this.parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Gathers differences. */
    public static final class Builder {
        private final String base;
        private final BertWeights before;
        private final SortedMap<String, FourBits> parts = new TreeMap<>();

        /** @param base names the encoder with its version @param before its weights before they were trained */
        public Builder(String base, BertWeights before) {
            this.base = base;
            this.before = before;
        }

        /** @param name of a vector as BERT names it, or of a matrix without {@code .weight} @param now its numbers now */
        public void add(String name, float[] now) {
            FloatBuffer then = tensor(before, name);
            float[] differences = new float[now.length];
            float largest = 0;
            for (int i = 0; i < now.length; i++) {
                differences[i] = now[i] - then.get(i);
                largest = Math.max(largest, Math.abs(differences[i]));
            }
            if (largest >= NOTHING) parts.put(name, FourBits.of(differences));
        }

        public WeightDelta build() {
            return new WeightDelta(base, parts);
        }
    }

    /** @return whether nothing changed */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * @param base names the encoder with its version
     * @param onnx the whole file of that encoder
     * @return the file of what it became; the same array
     * @throws IllegalArgumentException when this is about another encoder
     */
    public byte[] addTo(String base, byte[] onnx) {
        if (!base.equals(this.base))
            throw new IllegalArgumentException("has the changes of " + this.base + ", and here is " + base);
        BertWeights weights = new OnnxWeights(ByteBuffer.wrap(onnx));
        for (Map.Entry<String, FourBits> part : parts.entrySet()) {
            FloatBuffer numbers = tensor(weights, part.getKey());
            FourBits differences = part.getValue();
            if (numbers.remaining() != differences.count())
                throw new IllegalArgumentException("has more or fewer weights of " + part.getKey() + " than " + base);
            for (int i = 0; i < differences.count(); i++) numbers.put(i, numbers.get(i) + differences.get(i));
        }
        return onnx;
    }

    private static FloatBuffer tensor(BertWeights weights, String name) {
        return (weights.has(name) ? weights.get(name) : weights.matrix(name)).data();
    }

    /** @return the same changes make the same bytes */
    public byte[] write() {
        return SEAL.write(out -> {
            out.writeInt(FORMAT);
            out.writeUTF(base);
            out.writeInt(parts.size());
            for (Map.Entry<String, FourBits> part : parts.entrySet()) {
                out.writeUTF(part.getKey());
                part.getValue().write(out);
            }
        });
    }

    /** @param name for messages @throws IllegalArgumentException when the file is cut, changed, or of another kind or format */
    public static WeightDelta read(byte[] file, String name) {
        try (DataInputStream in = SEAL.read(file, name)) {
            int format = in.readInt();
            if (format != FORMAT)
                throw new IllegalArgumentException(name + " has format " + format + ", this program reads " + FORMAT);
            String base = in.readUTF();
            SortedMap<String, FourBits> parts = new TreeMap<>();
            for (int n = in.readInt(); n > 0; n--) parts.put(in.readUTF(), FourBits.read(in));
            return new WeightDelta(base, parts);
        } catch (IOException | NegativeArraySizeException e) {
            throw new IllegalArgumentException(name + " cannot be read", e);
        }
    }

    /** @param head the first {@link SealedFile#HEAD} bytes of a file at least @return what tells its changes from others */
    public static String checksum(byte[] head, String name) {
        return SEAL.checksum(head, name);
    }
}
