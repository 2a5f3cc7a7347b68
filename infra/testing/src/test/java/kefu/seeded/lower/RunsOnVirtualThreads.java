package kefu.seeded.lower;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class RunsOnVirtualThreads {
    ExecutorService many() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    Thread one() {
        return Thread.ofVirtual().start(() -> {});
    }

    Thread ofThePlatform() {
        return Thread.ofPlatform().daemon().start(() -> {});
    }

    @RunOnVirtualThread
    void annotated() {}
}
