package kefu.inference.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A BERT as a TorchScript module, as {@code torch.jit.save} would write it: what PyTorch itself does with these operations,
 * and no Java between them. It takes ids and mask, and gives a vector for each token.
 *
 * @param positions tokens a text may have
 */
public record BertScript(int layers, int width, int heads, int wide, int vocabulary, int positions) {
    private static final String NAME = "bert";

    /** The shape of all-MiniLM-L6-v2. */
    public static BertScript small() {
        return new BertScript(6, 384, 12, 1_536, 30_522, 512);
    }

    /** The shape of bert-base-uncased. */
    public static BertScript base() {
        return new BertScript(12, 768, 12, 3_072, 30_522, 512);
    }

    /** Names and shapes of the weights, matrices out × in, in the order in which the module's state holds them. */
    public List<Weight> weights() {
        List<Weight> all = new ArrayList<>();
        all.add(new Weight("embeddings.word_embeddings.weight", vocabulary, width));
        all.add(new Weight("embeddings.position_embeddings.weight", positions, width));
        all.add(new Weight("embeddings.token_type_embeddings.weight", 2, width));
        norm("embeddings.LayerNorm", all);
        for (int i = 0; i < layers; i++) {
            String layer = "encoder.layer." + i + ".";
            for (String part : List.of("query", "key", "value"))
                dense(layer + "attention.self." + part, width, width, all);
            dense(layer + "attention.output.dense", width, width, all);
            norm(layer + "attention.output.LayerNorm", all);
            dense(layer + "intermediate.dense", wide, width, all);
            dense(layer + "output.dense", width, wide, all);
            norm(layer + "output.LayerNorm", all);
        }
        return all;
    }

    /** @param name as BERT names it */
    public record Weight(String name, int... shape) {
        public int size() {
            return shape.length == 1 ? shape[0] : shape[0] * shape[1];
        }

        private String field() {
            return name.replace('.', '_');
        }
    }

    private void dense(String name, int out, int in, List<Weight> to) {
        to.add(new Weight(name + ".weight", out, in));
        to.add(new Weight(name + ".bias", out));
    }

    private void norm(String name, List<Weight> to) {
        to.add(new Weight(name + ".weight", width));
        to.add(new Weight(name + ".bias", width));
    }

    /** @param state all weights one after the other; none for random ones, which are made as the file is loaded */
    public void write(Path file, float... state) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(state.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(state);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "data.pkl", module(state.length));
            entry(zip, "code/__torch__.py", code().getBytes(StandardCharsets.UTF_8));
            entry(zip, "data/0", bytes.array());
            entry(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(NAME + "/" + name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }

    /** The module as a pickle: its class, and its state, which is one tensor. */
    private static byte[] module(int size) {
        Pickle pickle = new Pickle();
        pickle.global("__torch__", "Bert").code(")\u0081");
        pickle.global("torch._utils", "_rebuild_tensor_v2").code("((").text("storage");
        pickle.global("torch", "FloatStorage")
                .text("0")
                .text("cpu")
                .number(size)
                .code("tQ");
        pickle.number(0).code("(").number(size).code("t(").number(1).code("t\u0089");
        pickle.global("collections", "OrderedDict").code(")RtR");
        return pickle.code("b.").bytes();
    }

    /** Opcodes of Python's pickle, protocol 2. */
    private static final class Pickle {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle() {
            code("\u0080\u0002");
        }

        Pickle code(String opcodes) {
            out.writeBytes(opcodes.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        Pickle global(String module, String name) {
            return code("c" + module + "\n" + name + "\n");
        }

        Pickle text(String text) {
            return code("X").little(text.length()).code(text);
        }

        Pickle number(int number) {
            return code("J").little(number);
        }

        private Pickle little(int number) {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(number)
                    .array());
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    private String code() {
        StringBuilder code = new StringBuilder("class Bert(Module):\n  __parameters__ = []\n  __buffers__ = []\n");
        code.append("  training : bool\n");
        for (Weight weight : weights()) code.append("  ").append(weight.field()).append(" : Tensor\n");
        // Without it PyTorch would not call the other.
        code.append("  def __getstate__(self: __torch__.Bert) -> Tensor:\n    return self.embeddings_LayerNorm_bias\n");
        code.append("  def __setstate__(self: __torch__.Bert, state: Tensor) -> NoneType:\n    flat = state\n");
        int size = weights().stream().mapToInt(Weight::size).sum();
        code.append(
                "    if torch.numel(state) == 0:\n      flat = torch.mul(torch.randn([%d]), 0.02)\n".formatted(size));
        code.append("    self.training = False\n");
        int at = 0;
        for (Weight weight : weights()) {
            String shape = java.util.Arrays.stream(weight.shape())
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(", "));
            code.append("    self.%s = torch.reshape(torch.slice(flat, 0, %d, %d), [%s])\n"
                    .formatted(weight.field(), at, at + weight.size(), shape));
            at += weight.size();
        }
        code.append("    return None\n");
        return code.append(forward()).toString();
    }

    private String forward() {
        StringBuilder code = new StringBuilder("""
                  def forward(self: __torch__.Bert, ids: Tensor, mask: Tensor) -> Tensor:
                    n = torch.size(ids, 0)
                    t = torch.size(ids, 1)
                    blocked = torch.reshape(torch.mul(torch.sub(torch.to(mask, 6), 1), 30000.), [n, 1, 1, t])
                    positions = torch.slice(self.embeddings_position_embeddings_weight, 0, 0, t)
                    types = torch.select(self.embeddings_token_type_embeddings_weight, 0, 0)
                    x = torch.embedding(self.embeddings_word_embeddings_weight, ids)
                    x = torch.add(torch.add(x, positions), types)
                """.indent(0));
        code.append(normed("x", "embeddings_LayerNorm"));
        for (int i = 0; i < layers; i++) {
            String layer = "encoder_layer_" + i + "_";
            for (String part : List.of("query", "key", "value"))
                code.append("    %s = torch.permute(torch.reshape(%s, [n, t, %d, %d]), [0, 2, 1, 3])\n"
                        .formatted(part, dense("x", layer + "attention_self_" + part), heads, width / heads));
            code.append("    scores = torch.div(torch.matmul(query, torch.transpose(key, 2, 3)), %s)\n"
                    .formatted(Math.sqrt((double) width / heads)));
            code.append("    mixed = torch.matmul(torch.softmax(torch.add(scores, blocked), -1), value)\n");
            code.append("    mixed = torch.reshape(torch.permute(mixed, [0, 2, 1, 3]), [n, t, %d])\n".formatted(width));
            code.append("    x = torch.add(%s, x)\n".formatted(dense("mixed", layer + "attention_output_dense")));
            code.append(normed("x", layer + "attention_output_LayerNorm"));
            code.append("    y = torch.gelu(%s)\n".formatted(dense("x", layer + "intermediate_dense")));
            code.append("    x = torch.add(%s, x)\n".formatted(dense("y", layer + "output_dense")));
            code.append(normed("x", layer + "output_LayerNorm"));
        }
        return code.append("    return x\n").toString();
    }

    private static String dense(String x, String layer) {
        return "torch.linear(%s, self.%s_weight, self.%s_bias)".formatted(x, layer, layer);
    }

    private String normed(String x, String layer) {
        return "    %s = torch.layer_norm(%s, [%d], self.%s_weight, self.%s_bias, 1.0e-12)\n"
                .formatted(x, x, width, layer, layer);
    }
}
