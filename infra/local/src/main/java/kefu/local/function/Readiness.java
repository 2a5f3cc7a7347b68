package kefu.local.function;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Whether a function says of itself that it is ready, or live. */
public record Readiness(String url) {
    private static final int PATIENCE = 1_000;

    public boolean isReady() {
        return isUp("/q/health/ready");
    }

    /** @return whether it is there at all and does not want to be started anew */
    public boolean isLive() {
        return isUp("/q/health/live");
    }

    private boolean isUp(String check) {
        try {
            var connection = (HttpURLConnection) URI.create(url + check).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @return false when the process ended first, or the time did */
    boolean await(Process process, Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            if (isReady()) return true;
            try {
                process.waitFor(150, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
