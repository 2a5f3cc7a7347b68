package kefu.inference.encoder.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Walks the fields of one protobuf message: as much of the format as an ONNX file needs. Nothing is copied. */
final class Protobuf {
    private final ByteBuffer bytes;
    private int field;
    private long number;
    private ByteBuffer slice;

    Protobuf(ByteBuffer message) {
        this.bytes = message.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Moves to the next field. @return whether there is one */
    boolean next() {
        if (!bytes.hasRemaining()) return false;
        int tag = (int) varint();
        field = tag >>> 3;
        slice = null;
        switch (tag & 7) {
            case 0 -> number = varint();
            case 1 -> number = bytes.getLong();
            case 2 -> slice = take((int) varint());
            case 5 -> number = bytes.getInt();
            default -> throw new IllegalArgumentException("not a protobuf message: wire type " + (tag & 7));
        }
        return true;
    }

    int field() {
        return field;
    }

    long number() {
        return number;
    }

    /** @return the bytes of a text, bytes or message field, little endian */
    ByteBuffer slice() {
        return slice;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(slice.duplicate()).toString();
    }

    Protobuf message() {
        return new Protobuf(slice);
    }

    private ByteBuffer take(int length) {
        if (length < 0 || length > bytes.remaining())
            throw new IllegalArgumentException("a protobuf field is cut short");
        ByteBuffer part = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        return part;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = bytes.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) return value;
        }
        throw new IllegalArgumentException("a protobuf number is too long");
    }
}
