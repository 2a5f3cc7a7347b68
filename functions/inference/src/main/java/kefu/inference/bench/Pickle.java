package kefu.inference.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes Python's pickle, protocol 2, opcode by opcode. */
final class Pickle {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Pickle() {
        code("\u0080\u0002");
    }

    Pickle code(String opcodes) {
        out.writeBytes(opcodes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Pickle global(String module, String name) {
        return code("c" + module + "\n" + name + "\n");
    }

    Pickle text(String text) {
        return code("X").little(text.length()).code(text);
    }

    Pickle number(int number) {
        return code("J").little(number);
    }

    private Pickle little(int number) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
