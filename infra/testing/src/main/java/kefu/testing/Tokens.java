package kefu.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/** Bearer tokens for tests, signed with a key that lives as long as the test run. */
public final class Tokens {
    private static final String ALGORITHM = "RSA";
    private static final String KEY = "kefu.testing.keys";
    private static final KeyPair KEYS = keys();

    private Tokens() {}

    /** @return a token of a customer */
    public static String customer(String customerId) {
        return token(customerId, "customer");
    }

    /** @return a token of somebody with this role, whose name is the role's */
    public static String role(String role) {
        return token(role, role);
    }

    public static String token(String subject, String role) {
        return Jwt.issuer("https://kefu.local")
                .subject(subject)
                .upn(subject)
                .groups(Set.of(role))
                .expiresIn(3600)
                .sign(KEYS.getPrivate());
    }

    /** @return the public key, base64 of its X.509 form */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /**
     * Kept where every class loader of the test run finds it: the function and the tests see this class twice. As text,
     * for there are readers of the system's properties that fail on anything else.
     */
    private static KeyPair keys() {
        synchronized (System.class) {
            var kept = System.getProperty(KEY);
            if (kept != null) return parse(kept);
            var made = generate();
            System.setProperty(KEY, text(made));
            return made;
        }
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(KeyPair keys) {
        var base64 = Base64.getEncoder();
        return base64.encodeToString(keys.getPublic().getEncoded()) + " "
                + base64.encodeToString(keys.getPrivate().getEncoded());
    }

    private static KeyPair parse(String text) {
        try {
            var parts = text.split(" ");
            var base64 = Base64.getDecoder();
            var factory = KeyFactory.getInstance(ALGORITHM);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(parts[0]))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(parts[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
