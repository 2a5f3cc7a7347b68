package kefu.local.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys as text between BEGIN and END (RFC 7468). */
final class Pem {
    private Pem() {}

    static String text(String label, byte[] bytes) {
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + encoder.encodeToString(bytes) + "\n-----END " + label + "-----\n";
    }

    static byte[] bytes(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----(BEGIN|END) [A-Z ]+-----", ""));
    }
}
