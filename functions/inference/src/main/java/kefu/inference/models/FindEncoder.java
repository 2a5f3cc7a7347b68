package kefu.inference.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderFolder;
import kefu.inference.encoder.EncoderReference;
import kefu.inference.heads.ModelProblem;

/**
 * Finds the files of the encoder that a model names: those that come with Kefu, as they are or as the shop's models were
 * trained beside them, a configured folder, or the folder {@code en-encoder} or {@code zh-encoder} beside the model's own
 * file or beside all models.
 */
final class FindEncoder {
    private final InferenceConfig config;
    private final Optional<Path> beside;

    /** @param beside the folder that the model's file lies in; empty for one that comes with Kefu */
    FindEncoder(InferenceConfig config, Optional<Path> beside) {
        this.config = config;
        this.beside = beside;
    }

    /** @throws ModelProblem when it is not there, or is another one than the model was trained beside */
    EncoderFiles files(String language, EncoderReference wanted) {
        if (wanted.checksum().isEmpty()) {
            for (EncoderFiles own : new EncoderFiles[] {EncoderFiles.english(), EncoderFiles.chinese()})
                if (own.name().equals(wanted.name())) return own;
            throw new ModelProblem("no encoder " + wanted.name() + " comes with this program");
        }
        Optional<EncoderFiles> shop = EncoderFiles.ofShop(language)
                .filter(own -> own.reference(wanted.mostTokens()).equals(wanted));
        if (shop.isPresent()) return shop.get();
        String setting = "kefu.inference.encoder." + language;
        Path folder = configured(language)
                .or(() -> beside(language, beside))
                .or(() -> beside(language, config.models()))
                .orElseThrow(() -> new ModelProblem(language + ".kefu was trained beside the encoder " + wanted.name()
                        + ": name its folder in " + setting));
        EncoderFiles files = EncoderFolder.read(folder, language);
        String found = files.reference(wanted.mostTokens()).checksum().orElse("");
        if (!found.equals(wanted.checksum().get()))
            throw new ModelProblem(language + ".kefu was trained beside the encoder " + wanted.name() + " (sha256 "
                    + wanted.checksum().get() + "), and " + folder + " holds another (" + found + ")");
        return files;
    }

    private Optional<Path> configured(String language) {
        return language.equals("zh") ? config.encoder().zh() : config.encoder().en();
    }

    private static Optional<Path> beside(String language, Optional<Path> models) {
        return models.map(m -> m.resolve(language + "-encoder")).filter(Files::isDirectory);
    }
}
