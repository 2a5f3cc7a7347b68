package kefu.blackbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of Protocol Buffers, of which only length-delimited fields (texts, bytes, messages) matter here. Source:
 * protobuf.dev, "Encoding".
 */
record Protobuf(List<Field> fields) {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;

    record Field(int number, byte[] bytes) {}

    static Protobuf read(byte[] message) {
        var fields = new ArrayList<Field>();
        var rest = ByteBuffer.wrap(message);
        while (rest.hasRemaining()) {
            long tag = varint(rest);
            switch ((int) tag & 7) {
                case VARINT -> varint(rest);
                case FIXED64 -> rest.position(rest.position() + 8);
                case FIXED32 -> rest.position(rest.position() + 4);
                case LENGTH_DELIMITED -> {
                    var bytes = new byte[(int) varint(rest)];
                    rest.get(bytes);
                    fields.add(new Field((int) tag >>> 3, bytes));
                }
                default -> throw new IllegalArgumentException("not Protocol Buffers");
            }
        }
        return new Protobuf(fields);
    }

    List<Protobuf> messages(int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(field -> read(field.bytes()))
                .toList();
    }

    /** @return the field's bytes, none where it is absent */
    byte[] bytes(int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(Field::bytes)
                .findFirst()
                .orElse(new byte[0]);
    }

    String text(int number) {
        return new String(bytes(number), StandardCharsets.UTF_8);
    }

    private static long varint(ByteBuffer rest) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = rest.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) return value;
        }
    }
}
