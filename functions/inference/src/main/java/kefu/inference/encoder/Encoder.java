package kefu.inference.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns texts into vectors of unit length. Texts of like length share a pass, so that little of it is spent on padding;
 * as many passes run at the same time as the engine is good for.
 */
public final class Encoder implements AutoCloseable {
    /** Tokens in one pass at most, padding included, for each text that it may take. */
    private static final int TOKENS_A_ROW = 64;
    /** Below as many rows, or tokens in a row, padding costs less than another pass. */
    private static final int FEW = 4;

    private static final int SHORT = 16;
    /** Rows of a pass that runs beside others: on two cores more of them in one pass were no faster. */
    private static final int MOST_BESIDE_OTHERS = 16;

    private final EncoderFiles files;
    private final Tokenizer tokenizer;
    private final ForwardPass pass;
    private final int longest;
    private final int mostRows;
    private final Semaphore free;

    /** @param longest tokens kept of a text @param mostRows texts in one pass */
    public Encoder(EncoderFiles files, ForwardPass pass, int longest, int mostRows) {
        this.files = files;
        this.pass = pass;
        this.longest = longest;
        this.mostRows = pass.concurrency() > 1 ? Math.min(mostRows, MOST_BESIDE_OTHERS) : mostRows;
        this.free = new Semaphore(pass.concurrency(), true);
        this.tokenizer = new Tokenizer(files, longest);
    }

    /** @param texts normalised texts @return one vector each, in the same order */
    public float[][] encode(List<String> texts) {
        long[][] ids = texts.stream().map(tokenizer::ids).toArray(long[][]::new);
        float[][] vectors = new float[ids.length][];
        Stream<List<Integer>> groups = groups(ids).stream();
        (pass.concurrency() > 1 ? groups.parallel() : groups).forEach(group -> {
            TokenBatch batch = new TokenBatch(group.stream().map(i -> ids[i]).toArray(long[][]::new));
            float[][] made = vectors(batch);
            for (int k = 0; k < made.length; k++) vectors[group.get(k)] = made[k];
        });
        return vectors;
    }

    private float[][] vectors(TokenBatch batch) {
        free.acquireUninterruptibly();
        try {
            return pass.vectors(batch);
        } finally {
            free.release();
        }
    }

    private List<List<Integer>> groups(long[][] ids) {
        List<Integer> byLength = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> ids[i].length))
                .toList();
        // A short list leaves no half of the processors idle.
        int rows = Math.clamp(Math.ceilDiv(ids.length, pass.concurrency()), Math.min(FEW, mostRows), mostRows);
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        for (int i : byLength) {
            boolean full = group.size() == rows || (group.size() + 1) * ids[i].length > mostRows * TOKENS_A_ROW;
            // Rows are padded to the longest: from some length on another pass costs less than the padding.
            if (group.size() >= FEW && ids[i].length > SHORT && ids[i].length > 2 * ids[group.getFirst()].length)
                full = true;
            if (full && !group.isEmpty()) {
                groups.add(group);
                group = new ArrayList<>();
            }
            group.add(i);
        }
        if (!group.isEmpty()) groups.add(group);
        return groups;
    }

    public EncoderFiles files() {
        return files;
    }

    public String name() {
        return files.name();
    }

    /** @return how a model trained beside this encoder names it */
    public EncoderReference reference() {
        return files.reference(longest);
    }

    /** @return which texts it is for: {@code en} or {@code zh} */
    public String language() {
        return files.language();
    }

    public int width() {
        return pass.width();
    }

    public String device() {
        return pass.device();
    }

    public String engine() {
        return pass.engine();
    }

    @Override
    public void close() {
        pass.close();
        tokenizer.close();
    }
}
