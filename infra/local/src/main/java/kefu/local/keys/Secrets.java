package kefu.local.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import kefu.local.UserError;

/** The secrets in {@code .kefu/keys}: made once, readable by their owner alone. */
public final class Secrets {
    private static final String PRIVATE = "private.pem";
    private static final String PUBLIC = "public.pem";
    private static final String DATABASE = "database";
    private static final String CONVERSATIONS = "conversations";

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing. */
    public void prepare() {
        try {
            PrivateFiles.folder(folder);
            for (var secret : new String[] {DATABASE, CONVERSATIONS})
                if (!Files.exists(folder.resolve(secret))) PrivateFiles.write(folder.resolve(secret), password());
            if (!Files.exists(folder.resolve(PRIVATE)) || !Files.exists(publicKey())) makeKeys();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write keys to " + folder + ": " + e.getMessage(), e);
        }
    }

    public String databasePassword() {
        return read(DATABASE).strip();
    }

    /** @return what signs the tokens of conversations, the same for every start and every replica */
    public String conversationKey() {
        return read(CONVERSATIONS).strip();
    }

    /** @return the file that functions check tokens with (PEM, X.509) */
    public Path publicKey() {
        return folder.resolve(PUBLIC);
    }

    PrivateKey signingKey() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Pem.bytes(read(PRIVATE))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw broken(PRIVATE, e);
        }
    }

    PublicKey verifyingKey() {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Pem.bytes(read(PUBLIC))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw broken(PUBLIC, e);
        }
    }

    private void makeKeys() throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            PrivateFiles.write(
                    folder.resolve(PRIVATE),
                    Pem.text("PRIVATE KEY", keys.getPrivate().getEncoded()));
            Files.writeString(
                    publicKey(), Pem.text("PUBLIC KEY", keys.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw new UserError("There are no keys in " + folder + " yet: ./kefu up makes them.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UserError broken(String name, Exception cause) {
        return new UserError(
                folder.resolve(name) + " is not a key that can be read; delete it and start again: ./kefu up", cause);
    }

    private static String password() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
