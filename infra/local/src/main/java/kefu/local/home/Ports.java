package kefu.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import kefu.local.function.Function;

/** All ports of one local Kefu, on loopback. @param offset added to each, so that two can run side by side */
public record Ports(int offset) {
    private static final int HIGHEST_OFFSET = 50_000;

    public Ports {
        if (offset < 0 || offset > HIGHEST_OFFSET)
            throw new IllegalArgumentException("The port offset must be 0 to " + HIGHEST_OFFSET + ", is " + offset);
    }

    public int of(Function function) {
        return function.port() + offset;
    }

    public String url(Function function) {
        return "http://localhost:" + of(function);
    }

    public int broker() {
        return 9092 + offset;
    }

    public int controller() {
        return 9093 + offset;
    }

    public int database() {
        return 5433 + offset;
    }

    /** @return what each port is for */
    public Map<Integer, String> all() {
        var ports = new LinkedHashMap<Integer, String>();
        for (var function : Function.values()) ports.put(of(function), function.label());
        ports.put(broker(), "the broker");
        ports.put(controller(), "the broker's controller");
        ports.put(database(), "the database");
        return ports;
    }

    /** Notes the ports for the other commands. */
    public void write(Home home) {
        try {
            Files.createDirectories(home.run());
            Files.writeString(home.run().resolve("port-offset"), Integer.toString(offset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the ports of what runs, or ran last, in this home */
    public static Ports of(Home home) {
        try {
            return new Ports(Integer.parseInt(
                    Files.readString(home.run().resolve("port-offset")).strip()));
        } catch (IOException | IllegalArgumentException none) {
            return new Ports(0);
        }
    }
}
