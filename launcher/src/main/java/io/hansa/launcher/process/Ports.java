package io.hansa.launcher.process;

import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Finds taken ports before anything is started. */
public final class Ports {

    private Ports() {}

    /**
     * @param wanted what each port of the address is wanted for
     * @throws LaunchException for the first one that is taken
     */
    public static void requireFree(InetAddress address, Map<Integer, String> wanted) {
        wanted.forEach(
                (port, purpose) -> {
                    if (isTaken(address, port)) {
                        throw new LaunchException(
                                "Port "
                                        + port
                                        + " on "
                                        + address.getHostAddress()
                                        + ", which "
                                        + purpose
                                        + " needs, is taken: end the program that listens there"
                                        + " (ss -ltnp 'sport = :"
                                        + port
                                        + "' shows it), then try again.");
                    }
                });
    }

    /** A port of the loopback address that was free just now. */
    public static int free() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static boolean isTaken(InetAddress address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
