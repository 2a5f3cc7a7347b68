package kefu.routing.store;

import java.util.List;
import kefu.model.Require;

/**
 * On whose behalf an operation runs.
 *
 * @param kind {@code customer, agent, system} or {@code model}
 * @param id who it is within the kind
 * @param customerId whose orders may be touched; a customer and a model have one, null for staff, who may touch all
 */
public record Asker(String kind, String id, String customerId) {
    private static final List<String> KINDS = List.of("customer", "agent", "system", "model");

    public Asker {
        if (!KINDS.contains(kind)) throw new IllegalArgumentException("kind must be one of " + KINDS);
        Require.text(id, "id");
        if (kind.equals("customer") || kind.equals("model")) Require.text(customerId, "customerId");
    }

    public static Asker customer(String customerId) {
        return new Asker("customer", customerId, customerId);
    }

    public static Asker agent(String name) {
        return new Asker("agent", name, null);
    }

    public static Asker system(String name) {
        return new Asker("system", name, null);
    }

    boolean mayTouch(String ownerId) {
        return customerId == null ? kind.equals("agent") || kind.equals("system") : customerId.equals(ownerId);
    }
}
