package kefu.inference.encoder.weights;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Small numbers in four bits each: whole ones from -7 to 7, of which every {@value #BLOCK} share a scale (as GGML's Q4_0). */
final class FourBits {
    private static final int BLOCK = 64;
    /** The numbers are so small that 16 bits would have few left for their scale. */
    private static final float UNIT = 1f / 1024;

    private static final int MOST = 7;
    private static final int ZERO = 8;

    private final int count;
    /** Of each block, what 1 stands for, as a 16-bit fraction of {@value #UNIT}. */
    private final short[] scales;
    /** Two numbers a byte, the first in the lower half. */
    private final byte[] codes;

    private FourBits(int count, short[] scales, byte[] codes) {
        this.count = count;
        this.scales = scales;
        this.codes = codes;
    }

    static FourBits of(float[] numbers) {
        short[] scales = new short[Math.ceilDiv(numbers.length, BLOCK)];
        byte[] codes = new byte[Math.ceilDiv(numbers.length, 2)];
        for (int block = 0; block < scales.length; block++) {
            int to = Math.min(numbers.length, (block + 1) * BLOCK);
            float largest = 0;
            for (int i = block * BLOCK; i < to; i++) largest = Math.max(largest, Math.abs(numbers[i]));
            scales[block] = Float.floatToFloat16(largest / MOST / UNIT);
            float step = step(scales[block]);
            for (int i = block * BLOCK; i < to; i++) {
                int code = step == 0 ? 0 : Math.clamp(Math.round(numbers[i] / step), -MOST, MOST);
                codes[i / 2] |= (byte) (code + ZERO << shift(i));
            }
        }
        return new FourBits(numbers.length, scales, codes);
    }

    int count() {
        return count;
    }

    float get(int i) {
        return ((codes[i / 2] >> shift(i) & 15) - ZERO) * step(scales[i / BLOCK]);
    }

    private static float step(short scale) {
        return Float.float16ToFloat(scale) * UNIT;
    }

    private static int shift(int i) {
        return i % 2 == 0 ? 0 : 4;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(count);
        for (short scale : scales) out.writeShort(scale);
        out.write(codes);
    }

    static FourBits read(DataInputStream in) throws IOException {
        int count = in.readInt();
        short[] scales = new short[Math.ceilDiv(count, BLOCK)];
        for (int i = 0; i < scales.length; i++) scales[i] = in.readShort();
        byte[] codes = new byte[Math.ceilDiv(count, 2)];
        in.readFully(codes);
        return new FourBits(count, scales, codes);
    }
}
