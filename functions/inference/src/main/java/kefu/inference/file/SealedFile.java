package kefu.inference.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A file that says what it is and whether it is whole: eight letters, the SHA-256 of what follows, then its content,
 * deflated. The same content makes the same bytes.
 *
 * @param letters eight of ASCII
 * @param kind what such a file is called in messages
 */
public record SealedFile(String letters, String kind) {
    private static final int LETTERS = 8;
    /** Bytes that {@link #checksum} looks at. */
    public static final int HEAD = LETTERS + 32;

    private static final int BUFFER = 1 << 16;

    public SealedFile {
        if (letters.getBytes(StandardCharsets.US_ASCII).length != LETTERS)
            throw new IllegalArgumentException("eight letters are needed, not " + letters);
    }

    /** Writes a content. */
    public interface Content {
        void to(DataOutputStream out) throws IOException;
    }

    /** @return a file of this content */
    public byte[] write(Content content) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(deflated))) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seal(deflated.toByteArray());
    }

    /** @return a file of a content that is deflated already */
    public byte[] seal(byte[] deflated) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(HEAD + deflated.length);
        file.writeBytes(letters.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(digest(deflated));
        file.writeBytes(deflated);
        return file.toByteArray();
    }

    /** @param name for messages @return its content @throws IllegalArgumentException when it is cut, changed, or another kind */
    public DataInputStream read(byte[] file, String name) {
        check(file, name);
        if (!Arrays.equals(
                Arrays.copyOfRange(file, LETTERS, HEAD), digest(Arrays.copyOfRange(file, HEAD, file.length))))
            throw new IllegalArgumentException(name + " is cut short or was changed: its checksum differs");
        return content(file);
    }

    /**
     * Reads a file that came in the program, as whole as the program itself: a JVM that has just started takes a tenth of
     * a second and more for the checksum of some megabytes.
     *
     * @throws IllegalArgumentException when it is another kind
     */
    public DataInputStream readOwn(byte[] file, String name) {
        check(file, name);
        return content(file);
    }

    private static DataInputStream content(byte[] file) {
        var deflated = new ByteArrayInputStream(file, HEAD, file.length - HEAD);
        // Buffered: of the inflater itself each byte of a number would be one call of native code.
        return new DataInputStream(new BufferedInputStream(new InflaterInputStream(deflated), BUFFER));
    }

    /**
     * @param file its first {@value #HEAD} bytes at least
     * @return the SHA-256 of its content in hexadecimal, as the file itself says it
     * @throws IllegalArgumentException when it is of another kind
     */
    public String checksum(byte[] file, String name) {
        check(file, name);
        return HexFormat.of().formatHex(file, LETTERS, HEAD);
    }

    private void check(byte[] file, String name) {
        if (file.length < HEAD || !letters.equals(new String(file, 0, LETTERS, StandardCharsets.US_ASCII)))
            throw new IllegalArgumentException(name + " is no " + kind);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
