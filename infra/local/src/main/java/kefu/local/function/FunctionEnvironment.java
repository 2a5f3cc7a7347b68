package kefu.local.function;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.keys.Secrets;

/** What a function is told by its environment. */
final class FunctionEnvironment {
    private FunctionEnvironment() {}

    static Map<String, String> of(Function function, Home home, Ports ports, Path repository) {
        var secrets = new Secrets(home.keys());
        var told = new LinkedHashMap<String, String>();
        told.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        told.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(function)));
        told.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.broker());
        told.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + ports.database() + "/kefu");
        told.put("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword());
        told.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", secrets.publicKey().toUri().toString());
        told.put("KEFU_CONVERSATION_TOKEN_KEY", secrets.conversationKey());
        told.put("KEFU_INFERENCE_URL", ports.url(Function.INFERENCE));
        told.put("KEFU_PROFILING_URL", ports.url(Function.PROFILING));
        told.put("KEFU_RECOMMENDATION_URL", ports.url(Function.RECOMMENDATION));
        told.put("KEFU_ANALYTICS_URL", ports.url(Function.ANALYTICS));
        told.put("KEFU_ROUTING_URL", ports.url(Function.ROUTING));
        told.put("KEFU_ORIGINS", ports.url(Function.ROUTING));
        told.put("KEFU_SHOP_PROFILING", ports.url(Function.PROFILING));
        told.put("KEFU_SERVICE_TOKEN_FILE", home.tokens().resolve("service.jwt").toString());
        told.put("KEFU_PRIVACY_MASTER_KEY", home.masterKey().toString());
        told.put("KEFU_ANALYTICS_STATE", home.streams().toString());
        told.put(
                "KEFU_SHOP_IMAGES",
                repository.resolve("infra/local/shop/images").toString());
        // PyTorch's threads spin while they wait unless told not to, which five processes on two cores cannot afford.
        told.put("OMP_WAIT_POLICY", "PASSIVE");
        told.put("DJL_CACHE_DIR", home.djl().toString());
        told.put(
                "KEFU_INFERENCE_ENCODER_PREPARED",
                home.djl().resolve("encoders").toString());
        told.put("OPT_OUT_TRACKING", "true");
        return told;
    }
}
