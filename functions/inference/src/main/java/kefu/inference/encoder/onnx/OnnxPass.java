package kefu.inference.encoder.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.ForwardPass;
import kefu.inference.encoder.Outputs;
import kefu.inference.encoder.Outputs.Output;
import kefu.inference.encoder.TokenBatch;

/** Runs an encoder's ONNX graph as it is. */
public final class OnnxPass implements ForwardPass {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final Set<String> INPUTS = Set.of(IDS, MASK, "token_type_ids");

    private final EncoderFiles files;
    private final OnnxGraph graph;
    private final Set<String> inputs;
    private final int concurrency;
    private final int width;

    /** @throws IllegalArgumentException when the file is no ONNX model, or asks for what there is not */
    public OnnxPass(EncoderFiles files, EngineSettings settings) {
        this.files = files;
        this.concurrency = settings.concurrentPasses();
        try {
            this.graph = OnnxGraph.of(files, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("encoder " + files.name() + " cannot be read", e);
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "encoder " + files.name() + ": " + files.model() + " is no ONNX model: " + e.getMessage(), e);
        }
        this.inputs = graph.session().getInputNames();
        try {
            for (String input : inputs)
                if (!INPUTS.contains(input))
                    throw new IllegalArgumentException("encoder " + files.name() + " asks for an input " + input
                            + ", and there are only " + INPUTS);
            this.width = vectors(new TokenBatch(new long[][] {{0}}))[0].length;
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    /** Keeps an encoder that comes with Kefu in the settings' folder, mapped from where it loads in a tenth of the time. */
    public static void keep(EncoderFiles files, EngineSettings settings) {
        OrtModelFile.of(files, settings).ifPresent(prepared -> {
            try {
                prepared.write(files);
            } catch (IOException e) {
                throw new UncheckedIOException("encoder " + files.name() + " cannot be kept in " + prepared.file(), e);
            } catch (OrtException e) {
                throw new IllegalStateException("encoder " + files.name() + " cannot be kept", e);
            }
        });
    }

    /** Removes what is kept of changed encoders that no model is beside any more. @param names of the encoders that stay */
    public static void keepOnly(Set<String> names, EngineSettings settings) {
        settings.prepared().ifPresent(folder -> {
            try {
                OrtModelFile.removeOthers(folder, names);
            } catch (IOException e) {
                throw new UncheckedIOException("what nobody needs in " + folder + " cannot be removed", e);
            }
        });
    }

    @Override
    public float[][] vectors(TokenBatch batch) {
        Map<String, OnnxTensor> given = new LinkedHashMap<>();
        try {
            for (String input : inputs) given.put(input, tensor(input, batch));
            try (OrtSession.Result results = graph.session().run(given)) {
                return Outputs.vectors(outputs(results), batch, files);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("encoder " + files.name() + " failed", e);
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(String name, TokenBatch batch) throws OrtException {
        long[] values = switch (name) {
            case IDS -> batch.ids();
            case MASK -> batch.mask();
            default -> new long[batch.size() * batch.longest()];
        };
        long[] shape = {batch.size(), batch.longest()};
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), shape);
    }

    private static List<Output> outputs(OrtSession.Result results) {
        List<Output> outputs = new ArrayList<>();
        for (Map.Entry<String, OnnxValue> result : results)
            if (result.getValue() instanceof OnnxTensor tensor)
                outputs.add(new Output(tensor.getInfo().getShape(), () -> floats(tensor)));
        return outputs;
    }

    private static float[] floats(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        if (buffer == null)
            throw new IllegalArgumentException("gives " + tensor.getInfo().type + " where fractions are needed");
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String engine() {
        return "onnx";
    }

    @Override
    public String device() {
        return "cpu";
    }

    @Override
    public void close() {
        graph.close();
    }
}
