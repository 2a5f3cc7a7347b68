package kefu.routing.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Where a pack's files are. */
record PackSource(String name, Reader files) {
    /** The files a pack is made of; those that only a shop needs are optional. */
    private static final List<String> REQUIRED =
            List.of("pack", "intents", "flows", "slots", "replies", "assent", "handoff");

    private static final List<String> OPTIONAL = List.of("policy", "aspects", "attributes");

    /** Reads a file's text. */
    interface Reader {
        /** @throws NoSuchFileException when there is none */
        String read(String file) throws IOException;
    }

    /** @param pack a folder, or the name of a built-in pack */
    static PackSource of(String pack) {
        var folder = Path.of(pack);
        return Files.isDirectory(folder) ? folder(folder) : builtIn(pack);
    }

    static PackSource builtIn(String name) {
        return new PackSource(name, file -> {
            var resource = "/packs/" + name + "/" + file;
            try (var in = PackSource.class.getResourceAsStream(resource)) {
                if (in == null) throw new NoSuchFileException(resource);
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    static PackSource folder(Path folder) {
        return new PackSource(folder.getFileName().toString(), file -> Files.readString(folder.resolve(file)));
    }

    /** @throws PackProblem when the pack cannot be used; it lists every mistake */
    Pack load() {
        return load(OPTIONAL);
    }

    /** @return the pack with its own tests, which nobody needs to serve it */
    Pack loadToTest() {
        return load(Stream.concat(OPTIONAL.stream(), Stream.of("tests")).toList());
    }

    private Pack load(List<String> optional) {
        var read = new LinkedHashMap<String, PackFile>();
        for (var file : REQUIRED) read.put(file, read(file, true));
        for (var file : optional) {
            var found = read(file, false);
            if (found != null) read.put(file, found);
        }
        return new PackReader(name, read).read();
    }

    private PackFile read(String file, boolean required) {
        try {
            return PackFile.read(name, file + ".yml", files.read(file + ".yml"));
        } catch (NoSuchFileException e) {
            if (!required) return null;
            throw new PackProblem(name, List.of(new PackProblem.Mistake(file + ".yml", 0, "the file is missing")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
