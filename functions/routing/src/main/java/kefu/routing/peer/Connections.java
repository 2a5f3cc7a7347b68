package kefu.routing.peer;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Connections to another function, kept open from one turn to the next. */
final class Connections {
    /** More than turns at the same time: each of those has a connection to the database. */
    private static final int MOST = 64;
    /** Then a new one finds those replicas too that were not there before. */
    private static final TimeValue LONGEST = TimeValue.ofMinutes(1);

    private Connections() {}

    static CloseableHttpClient open(PeerConfig config) {
        var read = Timeout.of(config.readTimeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(MOST)
                .setMaxConnTotal(MOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                        .setSocketTimeout(read)
                        .setTimeToLive(LONGEST)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(config.connectTimeout()))
                        .setResponseTimeout(read)
                        .build())
                .setRetryStrategy(new OnceMore())
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    /**
     * A connection that the other side closed while nobody used it. Asking twice does no harm here; at worst a recommendation
     * counts as shown twice.
     */
    private static final class OnceMore extends DefaultHttpRequestRetryStrategy {
        OnceMore() {
            super(1, TimeValue.ZERO_MILLISECONDS);
        }

        @Override
        protected boolean handleAsIdempotent(HttpRequest request) {
            return true;
        }

        @Override
        public boolean retryRequest(HttpResponse response, int tries, HttpContext context) {
            return false;
        }
    }
}
