package kefu.chassis.event;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The wire without a container around it. */
public final class TestWire {
    private TestWire() {}

    public static Wire of(ObjectMapper json) {
        return new Wire(json);
    }
}
