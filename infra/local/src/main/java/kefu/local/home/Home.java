package kefu.local.home;

import java.nio.file.Path;
import kefu.local.process.PidFile;

/** The folder that holds everything a local Kefu keeps: data, keys, tokens, logs. Deleting it forgets everything. */
public record Home(Path folder) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path keys() {
        return folder.resolve("keys");
    }

    /** The key that wraps each customer's key. */
    public Path masterKey() {
        return keys().resolve("master.json");
    }

    public Path tokens() {
        return folder.resolve("tokens");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path run() {
        return folder.resolve("run");
    }

    public PidFile pid(String name) {
        return new PidFile(run().resolve(name + ".pid"));
    }

    public Path database() {
        return folder.resolve("database");
    }

    /** PostgreSQL's own programs, unpacked. */
    public Path postgres() {
        return folder.resolve("postgres");
    }

    public Path broker() {
        return folder.resolve("broker");
    }

    /** State stores of Kafka Streams. */
    public Path streams() {
        return folder.resolve("streams");
    }

    /** Native libraries that DJL unpacks. */
    public Path djl() {
        return folder.resolve("djl");
    }

    /** Class caches of the functions, recorded beside their first run. */
    public Path aot() {
        return folder.resolve("aot");
    }

    /** Where a second Kefu runs while class caches are recorded; on disk then only. */
    public Home aside() {
        return new Home(aot().resolve("aside"));
    }

    /** There while everything runs and is ready. */
    public Path ready() {
        return run().resolve("ready");
    }

    /** There once the demo shop has been loaded. */
    public Path shopLoaded() {
        return folder.resolve("shop-loaded");
    }
}
