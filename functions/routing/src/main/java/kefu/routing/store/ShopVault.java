package kefu.routing.store;

import jakarta.enterprise.context.ApplicationScoped;
import kefu.chassis.vault.Keys;
import kefu.chassis.vault.Vault;

/** Keeps what belongs to a customer encrypted under the customer's key. */
@ApplicationScoped
class ShopVault {
    private final Keys keys;
    private final Vault vault;

    ShopVault(Keys keys, Vault vault) {
        this.keys = keys;
        this.vault = vault;
    }

    /** @param place where it will be kept: its table and key */
    byte[] seal(String customerId, String place, Object value) {
        return vault.seal(keys.of(subject(customerId)), place, value);
    }

    <T> T open(byte[] sealed, String place, Class<T> type) {
        return vault.open(sealed, place, type)
                .orElseThrow(() -> new IllegalStateException("the key of " + place + " was destroyed"));
    }

    /** Waits for everybody who writes about the customer, and lets nobody else, until the transaction that runs has ended. */
    void hold(String customerId) {
        keys.hold(subject(customerId));
    }

    /** Destroys the customer's key, in the transaction that runs. */
    void forget(String customerId) {
        keys.destroy(subject(customerId));
    }

    private static String subject(String customerId) {
        return "customer/" + customerId;
    }
}
