package kefu.inference.models;

import java.util.ArrayList;
import java.util.List;

/** A version of a model: {@code shop-en@2-49b0}. */
record ModelId(String name, String version) {
    ModelId {
        if (name.isBlank() || version.isBlank())
            throw new IllegalArgumentException("a model is named name@version, as shop-en@2-49b0c1d2");
    }

    static ModelId parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) throw new IllegalArgumentException("a model is named name@version, not " + text);
        return new ModelId(text.substring(0, at).strip(), text.substring(at + 1).strip());
    }

    /** @param header names of models, divided by commas; may be null @return one for each */
    static List<ModelId> all(String header) {
        List<ModelId> ids = new ArrayList<>();
        if (header == null || header.isBlank()) return ids;
        for (String part : header.split(",")) ids.add(parse(part));
        return ids;
    }

    static ModelId of(Serving serving) {
        return new ModelId(serving.name(), serving.model().about().version());
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
