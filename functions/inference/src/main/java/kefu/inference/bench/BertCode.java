package kefu.inference.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kefu.inference.bench.BertScript.Weight;

/** The source of a BERT in TorchScript: a class that cuts its weights out of one tensor, and calculates with them. */
record BertCode(BertScript script) {
    static final String CLASS = "Bert";

    String text() {
        StringBuilder code = new StringBuilder("class Bert(Module):\n  __parameters__ = []\n  __buffers__ = []\n");
        code.append("  training : bool\n");
        for (Weight weight : script.weights())
            code.append("  ").append(field(weight)).append(" : Tensor\n");
        // Without it PyTorch would not call the other.
        code.append("  def __getstate__(self: __torch__.Bert) -> Tensor:\n    return self.embeddings_LayerNorm_bias\n");
        code.append("  def __setstate__(self: __torch__.Bert, state: Tensor) -> NoneType:\n    flat = state\n");
        int size = script.weights().stream().mapToInt(Weight::size).sum();
        code.append(
                "    if torch.numel(state) == 0:\n      flat = torch.mul(torch.randn([%d]), 0.02)\n".formatted(size));
        code.append("    self.training = False\n");
        int at = 0;
        for (Weight weight : script.weights()) {
            String shape =
                    Arrays.stream(weight.shape()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
            code.append("    self.%s = torch.reshape(torch.slice(flat, 0, %d, %d), [%s])\n"
                    .formatted(field(weight), at, at + weight.size(), shape));
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
        for (int i = 0; i < script.layers(); i++) {
            String layer = "encoder_layer_" + i + "_";
            for (String part : List.of("query", "key", "value"))
                code.append("    %s = torch.permute(torch.reshape(%s, [n, t, %d, %d]), [0, 2, 1, 3])\n"
                        .formatted(
                                part,
                                dense("x", layer + "attention_self_" + part),
                                script.heads(),
                                script.width() / script.heads()));
            code.append("    scores = torch.div(torch.matmul(query, torch.transpose(key, 2, 3)), %s)\n"
                    .formatted(Math.sqrt((double) script.width() / script.heads())));
            code.append("    mixed = torch.matmul(torch.softmax(torch.add(scores, blocked), -1), value)\n");
            code.append("    mixed = torch.reshape(torch.permute(mixed, [0, 2, 1, 3]), [n, t, %d])\n"
                    .formatted(script.width()));
            code.append("    x = torch.add(%s, x)\n".formatted(dense("mixed", layer + "attention_output_dense")));
            code.append(normed("x", layer + "attention_output_LayerNorm"));
            code.append("    y = torch.gelu(%s)\n".formatted(dense("x", layer + "intermediate_dense")));
            code.append("    x = torch.add(%s, x)\n".formatted(dense("y", layer + "output_dense")));
            code.append(normed("x", layer + "output_LayerNorm"));
        }
        return code.append("    return x\n").toString();
    }

    private static String field(Weight weight) {
        return weight.name().replace('.', '_');
    }

    private static String dense(String x, String layer) {
        return "torch.linear(%s, self.%s_weight, self.%s_bias)".formatted(x, layer, layer);
    }

    private String normed(String x, String layer) {
        return "    %s = torch.layer_norm(%s, [%d], self.%s_weight, self.%s_bias, 1.0e-12)\n"
                .formatted(x, x, script.width(), layer, layer);
    }
}
