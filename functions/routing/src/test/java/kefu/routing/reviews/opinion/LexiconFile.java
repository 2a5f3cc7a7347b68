package kefu.routing.reviews.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The lexicon that comes with Kefu. */
final class LexiconFile {
    static final OpinionReader READER = new OpinionReader(Lexicon.read(json()));

    private LexiconFile() {}

    static JsonNode json() {
        try (var in = LexiconFile.class.getResourceAsStream("/packs/ecommerce/aspects.yml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
