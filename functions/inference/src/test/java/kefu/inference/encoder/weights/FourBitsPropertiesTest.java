package kefu.inference.encoder.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;

class FourBitsPropertiesTest {
    /** Half a step of a seventh, and what 16 bits of the scale lose. */
    private static final float ERROR = 1f / 14 + 0.001f;

    @Property(tries = 200)
    void aNumberIsWithinHalfAStepOfItsBlock(
            @ForAll @Size(max = 200) List<@FloatRange(min = -0.05f, max = 0.05f) Float> given) throws IOException {
        float[] numbers = new float[given.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = given.get(i);
        FourBits kept = thereAndBack(FourBits.of(numbers));
        assertThat(kept.count()).isEqualTo(numbers.length);
        float largest = 1e-6f;
        for (float number : numbers) largest = Math.max(largest, Math.abs(number));
        for (int i = 0; i < numbers.length; i++)
            assertThat(Math.abs(kept.get(i) - numbers[i])).isLessThanOrEqualTo(largest * ERROR);
    }

    private static FourBits thereAndBack(FourBits numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        numbers.write(new DataOutputStream(bytes));
        return FourBits.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
