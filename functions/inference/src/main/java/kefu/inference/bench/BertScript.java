package kefu.inference.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A BERT as a TorchScript module, as {@code torch.jit.save} would write it: what PyTorch itself does with these operations,
 * and no Java between them. It takes ids and mask, and gives a vector for each token.
 *
 * @param positions tokens a text may have
 */
public record BertScript(int layers, int width, int heads, int wide, int vocabulary, int positions) {
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
        new TorchscriptArchive(BertCode.CLASS, new BertCode(this).text(), state).write(file);
    }
}
