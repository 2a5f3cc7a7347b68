package kefu.inference.heads;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import kefu.inference.file.SealedFile;

/**
 * A model as one compact file: {@code KEFUHEAD}, the SHA-256 of what follows, then deflated: format, what the model is,
 * vocabularies (hashes as differences, weights in 16 bits) and classifiers. The same model makes the same bytes.
 */
public final class ModelFile {
    static final SealedFile SEAL = new SealedFile("KEFUHEAD", "model file");
    private static final int FORMAT = 4;
    /** Files that do not say how much rarity counts are read as well: as it is. */
    private static final int PLAIN_RARITY = 3;
    /** Files without words to mend typos by are read as well. */
    private static final int WITHOUT_WORDS = 2;
    /** Files without a judge of what came before are read as well. */
    private static final int UTTERANCES_ALONE = 1;

    private ModelFile() {}

    public static byte[] write(Model model) {
        return SEAL.write(out -> {
            out.writeInt(FORMAT);
            about(model.about(), out);
            out.writeFloat(model.space().encoderWeight());
            vocabulary(model.space().words(), out);
            vocabulary(model.space().characters(), out);
            classifiers(model.classifiers(), out);
            classifiers(model.alone(), out);
            context(model.context(), out);
            context(model.contextAlone(), out);
            words(model.space().spelling().own(), out);
            out.writeFloat(model.space().words().rarity());
        });
    }

    /** @param name for messages @throws ModelProblem when the file is cut, changed, or of another kind */
    public static Model read(byte[] file, String name) {
        return read(file, name, SEAL::read);
    }

    /** Reads one that came in the program, without its checksum. @throws ModelProblem when it is of another kind */
    public static Model readOwn(byte[] file, String name) {
        return read(file, name, SEAL::readOwn);
    }

    private static Model read(byte[] file, String name, BiFunction<byte[], String, DataInputStream> opening) {
        try (DataInputStream in = content(file, name, opening)) {
            int format = in.readInt();
            if (format < UTTERANCES_ALONE || format > FORMAT)
                throw new ModelProblem(
                        name + " has format " + format + ", this program reads " + UTTERANCES_ALONE + " to " + FORMAT);
            Model.About about = about(in);
            float weight = in.readFloat();
            Vocabulary words = vocabulary(in);
            Vocabulary characters = vocabulary(in);
            SortedMap<String, Classifier> classifiers = classifiers(in);
            SortedMap<String, Classifier> alone = classifiers(in);
            List<String> labels = classifiers.get(Model.INTENT).head().labels();
            Optional<ContextHead> context = format == UTTERANCES_ALONE ? Optional.empty() : context(labels, in);
            Optional<ContextHead> contextAlone = format == UTTERANCES_ALONE ? Optional.empty() : context(labels, in);
            List<String> own = format <= WITHOUT_WORDS ? List.of() : words(in);
            float rarity = format <= PLAIN_RARITY ? 1 : in.readFloat();
            FeatureSpace space =
                    new FeatureSpace(words, characters, weight, new SpellingCorrection(words, own)).withRarity(rarity);
            return new Model(about, space, classifiers, alone, context, contextAlone);
        } catch (IOException | RuntimeException e) {
            if (e instanceof ModelProblem problem) throw problem;
            throw new ModelProblem(name + " cannot be read", e);
        }
    }

    private static DataInputStream content(
            byte[] file, String name, BiFunction<byte[], String, DataInputStream> opening) {
        try {
            return opening.apply(file, name);
        } catch (IllegalArgumentException e) {
            throw new ModelProblem(e.getMessage(), e);
        }
    }

    /** @return the SHA-256 of a model file's content, in hexadecimal, as the file itself says it */
    public static String checksum(byte[] file) {
        return SEAL.checksum(file, "what was read");
    }

    private static void about(Model.About about, DataOutputStream out) throws IOException {
        out.writeUTF(about.name());
        out.writeUTF(about.version());
        out.writeUTF(about.language());
        out.writeUTF(about.encoder().orElse(""));
        out.writeInt(about.trainedOn());
        out.writeInt(about.metrics().size());
        for (Map.Entry<String, Double> metric : about.metrics().entrySet()) {
            out.writeUTF(metric.getKey());
            out.writeDouble(metric.getValue());
        }
    }

    private static Model.About about(DataInputStream in) throws IOException {
        String name = in.readUTF();
        String version = in.readUTF();
        String language = in.readUTF();
        String encoder = in.readUTF();
        int trainedOn = in.readInt();
        Map<String, Double> metrics = new TreeMap<>();
        for (int n = in.readInt(); n > 0; n--) metrics.put(in.readUTF(), in.readDouble());
        return new Model.About(
                name, version, language, Optional.of(encoder).filter(e -> !e.isEmpty()), trainedOn, metrics);
    }

    private static void vocabulary(Vocabulary vocabulary, DataOutputStream out) throws IOException {
        out.writeInt(vocabulary.size());
        int last = 0;
        for (int hash : vocabulary.hashes()) {
            out.writeInt(hash - last);
            last = hash;
        }
        for (float idf : vocabulary.idf()) out.writeShort(Float.floatToFloat16(idf));
    }

    private static Vocabulary vocabulary(DataInputStream in) throws IOException {
        int[] hashes = new int[in.readInt()];
        bytes(in, hashes.length * Integer.BYTES).asIntBuffer().get(hashes);
        for (int i = 1; i < hashes.length; i++) hashes[i] += hashes[i - 1];
        return new Vocabulary(hashes, halves(in, hashes.length), 1);
    }

    private static void words(List<String> words, DataOutputStream out) throws IOException {
        out.writeInt(words.size());
        for (String word : words) out.writeUTF(word);
    }

    private static List<String> words(DataInputStream in) throws IOException {
        List<String> words = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) words.add(in.readUTF());
        return words;
    }

    private static void classifiers(SortedMap<String, Classifier> classifiers, DataOutputStream out)
            throws IOException {
        out.writeInt(classifiers.size());
        for (Map.Entry<String, Classifier> entry : classifiers.entrySet()) {
            out.writeUTF(entry.getKey());
            head(entry.getValue().head(), out);
            calibration(entry.getValue().calibration(), out);
        }
    }

    private static SortedMap<String, Classifier> classifiers(DataInputStream in) throws IOException {
        SortedMap<String, Classifier> classifiers = new TreeMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            String question = in.readUTF();
            classifiers.put(question, new Classifier(head(in), calibration(in)));
        }
        return classifiers;
    }

    private static void head(LinearHead head, DataOutputStream out) throws IOException {
        out.writeInt(head.labels().size());
        for (String label : head.labels()) out.writeUTF(label);
        out.writeInt(head.ngrams().length);
        out.write(head.ngrams());
        for (float scale : head.scales()) out.writeFloat(scale);
        for (float bias : head.biases()) out.writeFloat(bias);
        out.writeInt(head.vector().length);
        for (float weight : head.vector()) out.writeShort(Float.floatToFloat16(weight));
    }

    private static LinearHead head(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> labels = new ArrayList<>();
        for (int l = 0; l < size; l++) labels.add(in.readUTF());
        byte[] ngrams = in.readNBytes(in.readInt());
        float[] scales = new float[size];
        for (int l = 0; l < size; l++) scales[l] = in.readFloat();
        float[] biases = new float[size];
        for (int l = 0; l < size; l++) biases[l] = in.readFloat();
        float[] vector = halves(in, in.readInt());
        return new LinearHead(labels, ngrams, scales, vector, biases);
    }

    private static void context(Optional<ContextHead> context, DataOutputStream out) throws IOException {
        out.writeBoolean(context.isPresent());
        if (context.isEmpty()) return;
        out.writeFloat(context.get().temperature());
        for (float weight : context.get().weights()) out.writeShort(Float.floatToFloat16(weight));
    }

    private static Optional<ContextHead> context(List<String> labels, DataInputStream in) throws IOException {
        if (!in.readBoolean()) return Optional.empty();
        float temperature = in.readFloat();
        return Optional.of(new ContextHead(labels, halves(in, ContextHead.size()), temperature));
    }

    /** @return numbers kept in half the bits */
    private static float[] halves(DataInputStream in, int count) throws IOException {
        ShortBuffer halves = bytes(in, count * Short.BYTES).asShortBuffer();
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) numbers[i] = Float.float16ToFloat(halves.get(i));
        return numbers;
    }

    private static ByteBuffer bytes(DataInputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static void calibration(Calibration calibration, DataOutputStream out) throws IOException {
        out.writeDouble(calibration.temperature());
        out.writeBoolean(calibration.outOfScope().isPresent());
        if (calibration.outOfScope().isEmpty()) return;
        OutOfScope outside = calibration.outOfScope().get();
        out.writeInt(outside.weights().length);
        for (double weight : outside.weights()) out.writeDouble(weight);
        out.writeDouble(outside.threshold());
    }

    private static Calibration calibration(DataInputStream in) throws IOException {
        double temperature = in.readDouble();
        if (!in.readBoolean()) return new Calibration(temperature, Optional.empty());
        double[] weights = new double[in.readInt()];
        for (int k = 0; k < weights.length; k++) weights[k] = in.readDouble();
        return new Calibration(temperature, Optional.of(new OutOfScope(weights, in.readDouble())));
    }
}
