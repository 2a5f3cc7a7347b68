package kefu.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpareMemoryTest {
    @Test
    void whatLinuxCallsAvailableCounts() {
        assertThat(SpareMemory.in("MemTotal:  8000000 kB\nMemFree:  100000 kB\nMemAvailable:  4096000 kB\n"))
                .hasValue(4000);
    }

    @Test
    void whereNothingIsToldNothingIsKnown() {
        assertThat(SpareMemory.in("")).isEmpty();
    }
}
