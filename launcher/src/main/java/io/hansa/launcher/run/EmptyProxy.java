package io.hansa.launcher.run;

import io.hansa.launcher.node.Listeners;
import io.hansa.launcher.node.NodeFiles;
import io.hansa.launcher.node.NodeJvm;
import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.process.Ports;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An empty proxy as the environment describes it: every variable that begins with HANSA_.
 *
 * @param remotingPassword of the user {@value #REMOTING_USER} for remote EJBs on WildFly, if there
 *     is to be one
 */
public record EmptyProxy(
        Listeners listeners, Map<String, String> environment, Optional<String> remotingPassword) {

    static final String REMOTING_USER = "hansa";

    private static final String REMOTING_PASSWORD = "HANSA_REMOTING_PASSWORD";

    /** {@code hansa.secret.key-file}. */
    static final String KEY_FILE = "HANSA_SECRET_KEY_FILE";

    private static final Duration SERVER_STOPS = Duration.ofSeconds(40);
    private static final String JVM = "HANSA_JVM";
    private static final String METASPACE = "-XX:MaxMetaspaceSize=256m";

    public EmptyProxy {
        environment = Map.copyOf(environment);
    }

    /** On 127.0.0.1. */
    public static EmptyProxy from(Map<String, String> variables, int httpPort) {
        return from(variables, "127.0.0.1", httpPort);
    }

    static EmptyProxy from(Map<String, String> variables, String address, int httpPort) {
        if (httpPort < 1 || httpPort > 65_535) {
            throw new LaunchException("Give a --port from 1 to 65535, not " + httpPort + ".");
        }
        Map<String, String> own = new HashMap<>();
        own.put("HANSA_PROXY_ID", "hansa");
        own.put("HANSA_PROXY_REGION", "local");
        own.put("HANSA_PROXY_ORGANIZATION", "local");
        variables.forEach(
                (name, value) -> {
                    if (name.startsWith("HANSA_")) {
                        own.put(name, value);
                    }
                });
        Optional<String> remoting = Optional.ofNullable(own.remove(REMOTING_PASSWORD));
        return new EmptyProxy(
                new Listeners(ownAddress(address), httpPort, ExtranetSettings.read(own)),
                own,
                remoting.filter(password -> !password.isBlank()));
    }

    private static InetAddress ownAddress(String text) {
        try {
            InetAddress address = InetAddress.getByName(text);
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
        } catch (UnknownHostException | SocketException unusable) {
            throw new LaunchException(
                    "Give --listen an address of this machine; " + text + " is not known.",
                    unusable);
        }
        throw new LaunchException(
                "Give --listen an address of this machine; "
                        + text
                        + " is not one (ip address shows them).");
    }

    /**
     * A database outlives a run, and its secrets are of no use without the key file: that must not
     * go with the run.
     *
     * @param stays whether the run keeps its files
     */
    void requireKeyFile(boolean stays) {
        if (!stays
                && environment.containsKey("HANSA_DB_URL")
                && environment.getOrDefault(KEY_FILE, "").isBlank()) {
            throw new LaunchException(
                    "HANSA_DB_URL names a registry that outlives this run. Set HANSA_SECRET_KEY_FILE to"
                            + " the file with the key of its secrets, or give --data a directory.");
        }
    }

    /** Longer than the node takes to drain and its server to stop; then it is forced. */
    Duration stopPatience() {
        double seconds = seconds("HANSA_DRAIN_DELAY", 5) + seconds("HANSA_DRAIN_TIMEOUT", 20);
        return SERVER_STOPS.plusMillis(Math.round(seconds * 1000));
    }

    private double seconds(String name, double otherwise) {
        String given = environment.get(name);
        try {
            return given == null ? otherwise : Double.parseDouble(given.strip());
        } catch (NumberFormatException notANumber) {
            throw new LaunchException(
                    "Set %s to a number of seconds, not to %s.".formatted(name, given));
        }
    }

    String id() {
        return environment.get("HANSA_PROXY_ID");
    }

    private NodeJvm jvm() {
        String wanted = environment.getOrDefault(JVM, "small");
        return switch (wanted) {
            case "small" -> NodeJvm.small("-Xmx512m", METASPACE);
            case "busy" -> NodeJvm.busy(METASPACE);
            default ->
                    throw new LaunchException(
                            "Set HANSA_JVM to small, for a node of little memory, or to busy, for one of many callers, not to "
                                    + wanted
                                    + ".");
        };
    }

    /**
     * Where {@code HANSA_IIOP} is on: {@code HANSA_IIOP_PORT}, or any that is free. Empty where it
     * is off, the default.
     */
    static OptionalInt iiopPort(NodePlan plan) throws IOException {
        String wanted = plan.environment().getOrDefault("HANSA_IIOP", "off");
        if (!wanted.equals("on") && !wanted.equals("off")) {
            throw new LaunchException(
                    "Set HANSA_IIOP to on or off, which is the default, not to " + wanted + ".");
        }
        if (wanted.equals("off")) {
            return OptionalInt.empty();
        }
        String given = plan.environment().get("HANSA_IIOP_PORT");
        try {
            return OptionalInt.of(given == null ? Ports.free() : Integer.parseInt(given));
        } catch (NumberFormatException notANumber) {
            throw new LaunchException(
                    "Set HANSA_IIOP_PORT to a port from 1 to 65535, not " + given + ".");
        }
    }

    /** Tells peers where its remote view is, if IIOP is on. */
    static NodePlan advertise(NodePlan plan, OptionalInt iiopPort) {
        return iiopPort.isPresent()
                ? plan.with("HANSA_IIOP_ADVERTISED", "127.0.0.1:" + iiopPort.getAsInt())
                : plan;
    }

    public NodePlan plan(NodeFiles files) {
        return new NodePlan(id(), files, listeners, jvm(), environment);
    }
}
