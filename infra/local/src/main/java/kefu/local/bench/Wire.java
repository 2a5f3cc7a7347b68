package kefu.local.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kefu.local.UserError;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/** Sends turns from the caller's own thread, on connections that stay open: what measures must add little to what it measures. */
final class Wire implements Closeable {
    private static final int MOST = 256;
    private static final int OK = 200;
    private static final Timeout PATIENCE = Timeout.ofMinutes(1);

    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(MOST)
                    .setMaxConnTotal(MOST)
                    .build())
            .setDefaultRequestConfig(
                    RequestConfig.custom().setResponseTimeout(PATIENCE).build())
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .build();

    /** Waits for the whole answer. @throws UserError when it is none */
    void post(URI where, String token, byte[] body) {
        var post = new HttpPost(where);
        post.setHeader("Authorization", "Bearer " + token);
        post.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        try {
            var problem = http.execute(post, response -> {
                var answer = EntityUtils.toByteArray(response.getEntity());
                return response.getCode() == OK
                        ? null
                        : response.getCode() + " " + new String(answer, StandardCharsets.UTF_8);
            });
            if (problem != null) throw new UserError("A turn was not answered: " + problem);
        } catch (IOException e) {
            throw new UserError(
                    "No answer from " + where + ": " + e.getMessage() + ". Is Kefu running? ./kefu status", e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
