package kefu.inference.encoder.weights;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a BERT encoder as an ONNX file holds them. Vectors and embeddings keep BERT's names; the matrices of
 * products are anonymous and transposed (in × out), so that each is found through the node which adds the named bias of
 * its layer to its product. Data stays in the buffer that was read.
 */
final class OnnxWeights implements BertWeights {
    private record Node(String operation, List<String> inputs, String output) {}

    private final Map<String, Tensor> tensors = new HashMap<>();
    private final Map<String, Tensor> matrixOfBias = new HashMap<>();

    /** @param onnx the whole file @throws IllegalArgumentException when it is none */
    OnnxWeights(ByteBuffer onnx) {
        List<Node> nodes = new ArrayList<>();
        Protobuf model = new Protobuf(onnx);
        while (model.next()) if (model.field() == 7) graph(model.message(), nodes);
        Map<String, Node> byOutput = new HashMap<>();
        for (Node node : nodes) byOutput.put(node.output(), node);
        for (Node add : nodes) if (add.operation().equals("Add")) pair(add, byOutput);
        if (!tensors.containsKey("embeddings.word_embeddings.weight"))
            throw new IllegalArgumentException("the ONNX file holds no BERT encoder");
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Override
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) throw new IllegalArgumentException("the ONNX file has no weight " + name);
        return tensor;
    }

    @Override
    public Tensor matrix(String layer) {
        Tensor matrix = matrixOfBias.get(layer + ".bias");
        if (matrix == null) throw new IllegalArgumentException("the ONNX file has no product for " + layer);
        return matrix;
    }

    private void graph(Protobuf graph, List<Node> nodes) {
        while (graph.next()) {
            if (graph.field() == 1) nodes.add(node(graph.message()));
            if (graph.field() == 5) initialiser(graph.message());
        }
    }

    private static Node node(Protobuf message) {
        List<String> inputs = new ArrayList<>();
        String operation = "";
        String output = "";
        while (message.next()) {
            if (message.field() == 1) inputs.add(message.text());
            if (message.field() == 2) output = message.text();
            if (message.field() == 4) operation = message.text();
        }
        return new Node(operation, inputs, output);
    }

    private void initialiser(Protobuf message) {
        List<Long> shape = new ArrayList<>();
        String name = "";
        long type = 0;
        ByteBuffer raw = null;
        while (message.next()) {
            switch (message.field()) {
                case 1 -> shape.add(message.number());
                case 2 -> type = message.number();
                case 8 -> name = message.text();
                case 9 -> raw = message.slice();
                default -> {}
            }
        }
        if (type == 1 && raw != null)
            tensors.put(
                    name, new Tensor(shape.stream().mapToLong(Long::longValue).toArray(), raw.asFloatBuffer()));
    }

    private void pair(Node add, Map<String, Node> byOutput) {
        for (int bias = 0; bias < 2; bias++) {
            Node product = byOutput.get(add.inputs().get(1 - bias));
            if (product == null || !product.operation().equals("MatMul")) continue;
            Tensor matrix = tensors.get(product.inputs().get(1));
            if (matrix != null) matrixOfBias.put(add.inputs().get(bias), matrix);
        }
    }
}
