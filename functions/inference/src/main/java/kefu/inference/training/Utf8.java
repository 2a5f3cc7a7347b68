package kefu.inference.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that has to be UTF-8, and says on which line it is not. */
final class Utf8 {
    private Utf8() {}

    /** @throws IllegalArgumentException with file and line when it is not UTF-8 */
    static String read(Path file) {
        byte[] bytes = bytes(file);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) return out.flip().toString();
        int line = 1;
        for (int i = 0; i < in.position(); i++) if (bytes[i] == '\n') line++;
        throw new IllegalArgumentException("%s:%d: is not UTF-8 (byte 0x%02X): save the file as UTF-8"
                .formatted(file.getFileName(), line, bytes[in.position()] & 0xFF));
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) throw new IllegalArgumentException(file + " is no file");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
