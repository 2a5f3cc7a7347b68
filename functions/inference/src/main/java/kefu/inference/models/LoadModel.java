package kefu.inference.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderReference;
import kefu.inference.encoder.Engines;
import kefu.inference.heads.ModelFile;
import kefu.inference.heads.ModelProblem;
import org.jboss.logging.Logger;

/** Loads what serves a language: the model file and the encoder it was trained beside. */
final class LoadModel {
    private static final Logger LOG = Logger.getLogger(LoadModel.class);

    private final InferenceConfig config;

    LoadModel(InferenceConfig config) {
        this.config = config;
    }

    /** @param language {@code en} or {@code zh} @throws ModelProblem when the model file cannot be used */
    Serving load(String language) {
        byte[] file = bytes(language);
        var model = ModelFile.read(file, language + ".kefu");
        // What is read at the first typo is read now.
        model.space().repaired("wramup");
        return new Serving(
                model, ModelFile.checksum(file), model.about().encoder().flatMap(name -> encoder(language, name)));
    }

    private byte[] bytes(String language) {
        String name = language + ".kefu";
        try {
            if (config.models().isPresent()) {
                Path file = config.models().get().resolve(name);
                return Files.readAllBytes(file);
            }
            try (InputStream resource = LoadModel.class.getResourceAsStream("/models/" + name)) {
                if (resource == null) throw new ModelProblem("no model " + name + " comes with this program");
                return resource.readAllBytes();
            }
        } catch (IOException e) {
            throw new ModelProblem("model " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Without its encoder a model still serves, by n-grams alone. */
    private Optional<Encoder> encoder(String language, String name) {
        if (!config.encoder().enabled()) return Optional.empty();
        int threads = config.encoder().threads() > 0
                ? config.encoder().threads()
                : Runtime.getRuntime().availableProcessors();
        try {
            EncoderReference reference = EncoderReference.parse(name);
            EncoderFiles files = new FindEncoder(config).files(language, reference);
            int tokens = config.encoder().mostTokens().orElse(reference.mostTokens());
            return Optional.of(Engines.open(files, config.encoder().engine(), threads, tokens));
        } catch (RuntimeException | LinkageError e) {
            LOG.errorf(e, "Encoder %s cannot be loaded; n-grams serve alone", name);
            return Optional.empty();
        }
    }
}
