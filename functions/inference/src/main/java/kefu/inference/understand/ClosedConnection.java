package kefu.inference.understand;

import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kefu.inference.models.Leaving;

/** A caller leaves when the connection closes before the answer has ended. */
final class ClosedConnection implements Leaving {
    private final List<Runnable> drops = new CopyOnWriteArrayList<>();
    private final HttpServerResponse response;

    ClosedConnection(HttpServerResponse response) {
        this.response = response;
        response.closeHandler(_ -> drops.forEach(Runnable::run));
    }

    @Override
    public void then(Runnable drop) {
        drops.add(drop);
        if (response.closed()) drop.run();
    }
}
