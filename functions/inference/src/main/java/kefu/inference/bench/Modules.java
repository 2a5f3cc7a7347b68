package kefu.inference.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderFolder;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.EngineSettings.Engine;
import kefu.inference.encoder.Engines;
import kefu.inference.encoder.TokenBatch;
import kefu.inference.encoder.Tokenizer;
import kefu.inference.text.Normalise;

/** PyTorch within the function against PyTorch alone. */
record Modules(int threads, int runs) {
    private static final int TOKENS = 64;
    private static final int BASE_TEXTS = 8;

    /** Kefu's own layers against the same operations as a TorchScript module. */
    void timeOwnLayers(Figures figures) throws IOException {
        List<String> one = List.of(Normalise.text(Parts.ENGLISH));
        Path folder = folder(BertScript.small());
        EngineSettings settings = EngineSettings.usual(Engine.PYTORCH, threads);
        try (Encoder own = Engines.open(EncoderFiles.english(), settings, TOKENS);
                BareModule bare = new BareModule(folder.resolve("model.pt"), tokens(one))) {
            double[][] both = Timing.turns(runs, () -> own.encode(one), bare::run);
            figures.put("MiniLM, own layers on PyTorch", Timing.of(both[0]));
            figures.put("MiniLM, TorchScript module alone", Timing.of(both[1]));
            figures.put(Goal.atMost(
                    "own layers against the same operations in PyTorch alone", Timing.ratio(both[0], both[1]), 1.2));
        } finally {
            delete(folder);
        }
    }

    /** A BERT-base, plugged in, with everything around it, against the bare module. */
    void timeBase(Figures figures) throws IOException {
        List<String> texts = IntStream.range(0, BASE_TEXTS)
                .mapToObj(i -> Normalise.text(Parts.ENGLISH + " " + i))
                .toList();
        Runnable around = Parts.around(texts);
        Path folder = folder(BertScript.base());
        try (Encoder plugged = Engines.open(
                        EncoderFolder.read(folder, "en"), EngineSettings.usual(Engine.AUTO, threads), TOKENS);
                BareModule bare = new BareModule(folder.resolve("model.pt"), tokens(texts))) {
            Runnable function = () -> {
                plugged.encode(texts);
                around.run();
            };
            double[][] both = Timing.turns(Math.max(10, runs / 5), function, bare::run);
            figures.put("BERT-base, %d texts, all of it".formatted(BASE_TEXTS), Timing.of(both[0]));
            figures.put("BERT-base, %d texts, TorchScript module alone".formatted(BASE_TEXTS), Timing.of(both[1]));
            figures.put(Goal.atLeast(
                    "BERT-base, throughput of all of it against the bare module's",
                    Timing.ratio(both[1], both[0]),
                    0.95));
        } finally {
            delete(folder);
        }
    }

    private static TokenBatch tokens(List<String> texts) {
        try (Tokenizer tokenizer = new Tokenizer(EncoderFiles.english(), TOKENS)) {
            return new TokenBatch(texts.stream().map(tokenizer::ids).toArray(long[][]::new));
        }
    }

    private static Path folder(BertScript module) throws IOException {
        Path folder = Files.createTempDirectory("kefu-bench");
        module.write(folder.resolve("model.pt"));
        try (InputStream tokenizer = EncoderFiles.english().openTokenizer()) {
            Files.copy(tokenizer, folder.resolve("tokenizer.json"));
        }
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        Files.delete(folder.resolve("model.pt"));
        Files.delete(folder.resolve("tokenizer.json"));
        Files.delete(folder);
    }
}
