package kefu.routing.conversation;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token of a conversation: {@code kct_<conversation>.<mac>}, where the MAC (HMAC-SHA-256, RFC 2104) shows that Kefu
 * issued it. Nothing is kept, and every replica of the same key accepts it. A bearer token of any other form is left to
 * the JWT mechanism.
 */
@ApplicationScoped
class ConversationTokens implements HttpAuthenticationMechanism {
    static final String CONVERSATION = "kefu.conversation";
    private static final String PREFIX = "kct_";
    private static final String SCHEME = "Bearer " + PREFIX;

    private final SecretKeySpec key;

    ConversationTokens(ConversationConfig config) {
        key = new SecretKeySpec(
                config.tokenKey().map(k -> k.getBytes(StandardCharsets.UTF_8)).orElseGet(ConversationTokens::random),
                "HmacSHA256");
    }

    String issue(String conversationId) {
        return PREFIX + conversationId + "." + mac(conversationId);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith(SCHEME))
            return Uni.createFrom().nullItem();
        int dot = header.indexOf('.', SCHEME.length());
        if (dot < 0) return refuse();
        var conversation = header.substring(SCHEME.length(), dot);
        return same(header.substring(dot + 1), mac(conversation))
                ? Uni.createFrom().item(identity(conversation))
                : refuse();
    }

    private static Uni<SecurityIdentity> refuse() {
        return Uni.createFrom().failure(new AuthenticationFailedException("not a conversation's token"));
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String conversationId) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(conversationId.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static SecurityIdentity identity(String conversation) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("visitor"))
                .addAttribute(CONVERSATION, conversation)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1;
    }
}
