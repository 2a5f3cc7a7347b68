package kefu.chassis.caller;

/** The roles that a token's {@code groups} may name. */
public final class Role {
    /** Somebody who buys; reaches their own data alone. */
    public static final String CUSTOMER = "customer";
    /** Somebody of the shop who answers customers. */
    public static final String AGENT = "agent";
    /** Somebody who reads insights. */
    public static final String ANALYST = "analyst";
    /** Somebody who keeps the knowledge base. */
    public static final String EDITOR = "editor";
    /** Somebody, or a connector, who may do everything. */
    public static final String ADMIN = "admin";

    private Role() {}
}
