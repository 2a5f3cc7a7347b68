package kefu.inference.understand;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import kefu.model.understanding.Embedding;

/**
 * Writes a vector's numbers with six digits after the point: a vector of unit length needs no more, and the answer is a
 * third shorter.
 */
@Singleton
class EmbeddingJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("embeddings").addSerializer(new Short()));
    }

    private static final class Short extends StdSerializer<Embedding> {
        private static final long serialVersionUID = 1;
        private static final int DIGITS = 6;
        private static final long ONE = 1_000_000;

        Short() {
            super(Embedding.class);
        }

        @Override
        public void serialize(Embedding embedding, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("encoder", embedding.encoder());
            json.writeStringField("language", embedding.language());
            json.writeFieldName("vector");
            json.writeRawValue(numbers(embedding.vector()));
            json.writeEndObject();
        }

        private static String numbers(List<Float> vector) {
            StringBuilder out = new StringBuilder(vector.size() * 10 + 2).append('[');
            for (int k = 0; k < vector.size(); k++) {
                if (k > 0) out.append(',');
                append(vector.get(k), out);
            }
            return out.append(']').toString();
        }

        private static void append(float value, StringBuilder out) {
            if (!(Math.abs(value) < ONE)) throw new IllegalArgumentException("no component of a vector: " + value);
            long scaled = Math.round((double) value * ONE);
            if (scaled < 0) out.append('-');
            long size = Math.abs(scaled);
            out.append(size / ONE).append('.');
            String fraction = Long.toString(size % ONE);
            for (int zeros = fraction.length(); zeros < DIGITS; zeros++) out.append('0');
            out.append(fraction);
        }
    }
}
