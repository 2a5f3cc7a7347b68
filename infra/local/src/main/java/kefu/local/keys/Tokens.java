package kefu.local.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Bearer tokens for a local Kefu (JWT, RS256; RFC 7519), as an OIDC issuer would give them elsewhere. */
public final class Tokens {
    /** How long a ready token serves; it is renewed at every start. */
    public static final Duration LIFE = Duration.ofDays(365);

    /** The customer of the demo shop whom the ready customer token is for. */
    public static final String DEMO_CUSTOMER = "c-1";

    private static final String ISSUER = "https://kefu.local";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Secrets secrets;
    private final Clock clock;

    public Tokens(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param subject who the bearer is: a customer's id, an agent's name */
    public String token(String subject, Role role, Duration life) {
        var now = clock.instant();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", ISSUER);
        claims.put("sub", subject);
        claims.put("upn", subject);
        claims.put("groups", List.of(role.label()));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(life).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return sign(part("{\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + part(json(claims)));
    }

    /** Writes a token for each role to {@code <role>.jwt}, and one for the functions among themselves. */
    public void writeReady(Path folder) {
        try {
            PrivateFiles.folder(folder);
            for (var role : Role.values()) {
                var subject = role == Role.CUSTOMER ? DEMO_CUSTOMER : role.label();
                PrivateFiles.write(folder.resolve(role.label() + ".jwt"), token(subject, role, LIFE));
            }
            PrivateFiles.write(folder.resolve("service.jwt"), token("service", Role.AGENT, LIFE));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write tokens to " + folder + ": " + e.getMessage(), e);
        }
    }

    private String sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(secrets.signingKey());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with RSA", e);
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
