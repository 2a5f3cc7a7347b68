package kefu.inference.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelFile;
import kefu.inference.heads.ModelProblem;
import org.jboss.logging.Logger;

/**
 * The model files there are: those that come with Kefu, and those in a folder. The folder remembers what was activated,
 * where it can be written.
 */
final class ModelFolder {
    private static final Logger LOG = Logger.getLogger(ModelFolder.class);
    private static final String ACTIVE = "active.properties";
    private static final int DEEP = 3;

    private final Optional<Path> folder;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    ModelFolder(Optional<Path> folder) {
        this.folder = folder.map(f -> f.toAbsolutePath().normalize());
    }

    /** A file read before, and when. */
    private record Known(long changed, long size, Found found) {}

    /**
     * A model file.
     *
     * @param path within the folder; empty for one that comes with Kefu
     * @param problem why it cannot be used; then nothing else is known
     */
    record Found(String name, String version, String language, String checksum, String path, String problem) {}

    /** A file that was read. @param folder where it lies; empty for one that comes with Kefu */
    record Loaded(Model model, String checksum, Optional<Path> folder) {}

    /** @return all that can be activated, and the files that cannot, with the reason */
    List<Found> all() {
        List<Found> all = new ArrayList<>();
        for (String language : Models.LANGUAGES) all.add(found("", bundled(language), language + ".kefu"));
        folder.ifPresent(f -> files(f).forEach(file -> all.add(found(file))));
        return all;
    }

    /** @throws ModelProblem when it cannot be used */
    Loaded bundledModel(String language) {
        byte[] file = bundled(language);
        return new Loaded(ModelFile.readOwn(file, language + ".kefu"), ModelFile.checksum(file), Optional.empty());
    }

    /** @return the folder's own choice for a language at the start: what was activated last, or {@code en.kefu} */
    Optional<Loaded> first(String language) {
        if (folder.isEmpty()) return Optional.empty();
        String active = active().getProperty(language, "");
        if (!active.isEmpty()) {
            try {
                return Optional.of(read(ModelId.parse(active)));
            } catch (ModelProblem | IllegalArgumentException e) {
                LOG.errorf("Model %s, activated before, cannot serve any more: %s", active, e.getMessage());
            }
        }
        Path file = folder.get().resolve(language + ".kefu");
        return Files.exists(file) ? Optional.of(loaded(file, file.getFileName().toString())) : Optional.empty();
    }

    /** @throws ModelProblem when there is no such model, or it cannot be used */
    Loaded read(ModelId id) {
        Found found = all().stream()
                .filter(f -> f.problem().isEmpty()
                        && f.name().equals(id.name())
                        && f.version().equals(id.version()))
                .findFirst()
                .orElseThrow(() -> new ModelProblem("there is no model " + id + "; there are " + usable()));
        return found.path().isEmpty() ? bundledModel(found.language()) : read(found.path());
    }

    private List<String> usable() {
        return all().stream()
                .filter(f -> f.problem().isEmpty())
                .map(f -> f.name() + "@" + f.version())
                .distinct()
                .sorted()
                .toList();
    }

    /** @param path within the folder @throws ModelProblem when it leaves the folder, is not there, or cannot be used */
    Loaded read(String path) {
        Path root = folder.orElseThrow(() -> new ModelProblem("kefu.inference.models names no folder"));
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) throw new ModelProblem(path + " is outside the models folder");
        if (!Files.isRegularFile(file)) throw new ModelProblem("there is no file " + path + " in the models folder");
        return loaded(file, path);
    }

    /** @return whether a start will find this choice again */
    boolean remember(String language, ModelId id) {
        if (folder.isEmpty()) return false;
        Properties active = active();
        active.setProperty(language, id.toString());
        Path file = folder.get().resolve(ACTIVE);
        try {
            Path fresh = Files.createTempFile(folder.get(), ACTIVE, ".new");
            try (var out = Files.newBufferedWriter(fresh)) {
                active.store(out, null);
            }
            Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            LOG.warnf("%s cannot be written: a restart will not find %s active (%s)", file, id, e.getMessage());
            return false;
        }
    }

    private Properties active() {
        Properties active = new Properties();
        Path file = folder.orElseThrow().resolve(ACTIVE);
        if (!Files.exists(file)) return active;
        try (var in = Files.newBufferedReader(file)) {
            active.load(in);
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("%s cannot be read: %s", file, e.getMessage());
        }
        return active;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.find(
                folder,
                DEEP,
                (file, facts) -> facts.isRegularFile() && file.toString().endsWith(".kefu"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            LOG.errorf("Models folder %s cannot be read: %s", folder, e.getMessage());
            return List.of();
        }
    }

    /** A file is read again when it changed. */
    private Found found(Path file) {
        String path = folder.orElseThrow().relativize(file).toString();
        try {
            long changed = Files.getLastModifiedTime(file).toMillis();
            long size = Files.size(file);
            Known before = known.get(file);
            if (before != null && before.changed() == changed && before.size() == size) return before.found();
            Found found = found(path, Files.readAllBytes(file), path);
            known.put(file, new Known(changed, size, found));
            return found;
        } catch (IOException e) {
            return new Found("", "", "", "", path, path + " cannot be read: " + e.getMessage());
        }
    }

    private static Found found(String path, byte[] file, String name) {
        try {
            Loaded loaded = loaded(file, name);
            Model.About about = loaded.model().about();
            return new Found(Serving.name(about), about.version(), about.language(), loaded.checksum(), path, "");
        } catch (ModelProblem e) {
            return new Found("", "", "", "", path, e.getMessage());
        }
    }

    private static Loaded loaded(Path file, String name) {
        Loaded loaded = loaded(bytes(file), name);
        return new Loaded(loaded.model(), loaded.checksum(), Optional.of(file.getParent()));
    }

    private static Loaded loaded(byte[] file, String name) {
        return new Loaded(ModelFile.read(file, name), ModelFile.checksum(file), Optional.empty());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelProblem(file.getFileName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bundled(String language) {
        String name = language + ".kefu";
        try (InputStream resource = ModelFolder.class.getResourceAsStream("/models/" + name)) {
            if (resource == null) throw new ModelProblem("no model " + name + " comes with this program");
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new ModelProblem("model " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
