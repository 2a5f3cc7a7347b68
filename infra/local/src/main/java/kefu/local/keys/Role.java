package kefu.local.keys;

import java.util.Locale;

/** Who a token is for. */
public enum Role {
    CUSTOMER,
    AGENT,
    ANALYST,
    EDITOR,
    ADMIN;

    /** @return as it stands in a token */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label();
    }
}
