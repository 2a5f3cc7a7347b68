package kefu.inference.bench;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.EngineSettings.Engine;
import kefu.inference.encoder.Engines;
import kefu.inference.entities.FindEntities;
import kefu.inference.heads.Features;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelFile;
import kefu.inference.text.Language;
import kefu.inference.text.Normalise;

/** The parts of understanding one language, in this process. */
record Parts(EncoderFiles files, String text, int threads, int runs) {
    static final String ENGLISH = "hey where is my order #W2378156, it should have come yesterday";
    static final String CHINESE = "我上周五买的那件黑色大衣怎么还没发货,订单号7719204";
    private static final int TOKENS = 64;

    String language() {
        return files.language();
    }

    PassAlone passAlone() {
        return new PassAlone(files, Normalise.text(text), TOKENS, threads);
    }

    void time(Figures figures) throws IOException {
        Model model = model();
        FindEntities entities = new FindEntities(Clock.systemUTC());
        List<String> one = List.of(Normalise.text(text));
        List<String> list =
                IntStream.range(0, 32).mapToObj(i -> one.getFirst() + " " + i).toList();
        EngineSettings settings = EngineSettings.usual(Engine.ONNX, threads);
        Engines.prepare(threads);
        try (Encoder onnx = Engines.open(files, settings, TOKENS);
                Encoder pytorch = Engines.open(files, EngineSettings.usual(Engine.PYTORCH, threads), TOKENS)) {
            Timing[] singles = Timing.each(runs, () -> onnx.encode(one), () -> pytorch.encode(one));
            figures.put(language() + " one text, onnx", singles[0]);
            figures.put(language() + " one text, pytorch", singles[1]);
            Timing[] lists = Timing.each(runs / 10, () -> onnx.encode(list), () -> pytorch.encode(list));
            figures.put(language() + " 32 texts, onnx", lists[0]);
            figures.put(language() + " 32 texts, pytorch", lists[1]);
            figures.put(Goal.atLeast(
                    language() + " ONNX Runtime against PyTorch, one text",
                    singles[1].median() / singles[0].median(),
                    1.8));
        }
        Timing ngrams = figures.put(
                language() + " n-grams and heads alone", Timing.of(runs, () -> judge(model, text, new float[0])));
        figures.put(language() + " entities", Timing.of(runs, () -> entities.in(text)));
        figures.put(Goal.atMost(language() + " n-grams alone, ms", ngrams.median(), 1));
    }

    private static void judge(Model model, String text, float[] vector) {
        Language.of(text);
        String read = model.space().spellingCorrected(Normalise.text(text));
        Features features = model.space().features(read, vector);
        for (String question : List.of(Model.INTENT, Model.EMOTION))
            model.classifier(question, vector.length > 0).ifPresent(c -> c.classify(features));
    }

    /** Everything but the encoder, by n-grams. */
    static Runnable around(List<String> texts) throws IOException {
        Model model = new Parts(EncoderFiles.english(), ENGLISH, 1, 1).model();
        FindEntities entities = new FindEntities(Clock.systemUTC());
        return () -> texts.forEach(text -> {
            judge(model, text, new float[0]);
            entities.in(text);
        });
    }

    private Model model() throws IOException {
        try (InputStream file = Parts.class.getResourceAsStream("/models/" + language() + ".kefu")) {
            return ModelFile.read(file.readAllBytes(), language() + ".kefu");
        }
    }
}
