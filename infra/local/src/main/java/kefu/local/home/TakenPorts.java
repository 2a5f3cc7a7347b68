package kefu.local.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import kefu.local.UserError;

/** Says before anything starts which of Kefu's ports somebody else has, and who. */
public final class TakenPorts {
    private TakenPorts() {}

    /** @throws UserError naming each taken port, what Kefu wants it for, and who has it where that can be told */
    public static void refuse(Ports ports) {
        var taken = new ArrayList<String>();
        ports.all().forEach((port, use) -> {
            if (isTaken(port))
                taken.add("Port " + port + " (for " + use + ") is taken"
                        + PortOwner.of(port).map(owner -> " by " + owner).orElse("") + ".");
        });
        if (taken.isEmpty()) return;
        throw new UserError(String.join("\n", taken)
                + "\nEnd what uses it, or move all of Kefu's ports: ./kefu up --port-offset 100");
    }

    /** @return whether somebody listens there already, on loopback */
    public static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
