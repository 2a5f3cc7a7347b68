package kefu.chassis.clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock that everything asks for the time. */
class Clocks {
    @Produces
    @Singleton
    Clock utc() {
        return Clock.systemUTC();
    }
}
