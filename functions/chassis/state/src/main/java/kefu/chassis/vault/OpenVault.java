package kefu.chassis.vault;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** A function that keeps keys does not start without its master key. */
@Singleton
@IfBuildProperty(name = "kefu.privacy.keeps-keys", stringValue = "true")
class OpenVault {
    private final Keys keys;

    OpenVault(Keys keys) {
        this.keys = keys;
    }

    void open(@Observes StartupEvent event) {
        keys.master();
    }
}
