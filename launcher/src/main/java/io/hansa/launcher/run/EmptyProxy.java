package io.hansa.launcher.run;

import io.hansa.launcher.node.Extranet;
import io.hansa.launcher.node.NodeJvm;
import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.process.Ports;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An empty proxy as the environment describes it: every variable that begins with HANSA_. */
public record EmptyProxy(
        int httpPort, Map<String, String> environment, Optional<Extranet> extranet) {

    private static final String JVM = "HANSA_JVM";
    private static final String METASPACE = "-XX:MaxMetaspaceSize=256m";

    public EmptyProxy {
        environment = Map.copyOf(environment);
    }

    public static EmptyProxy from(Map<String, String> variables, int httpPort) {
        if (httpPort < 1 || httpPort > 65_535) {
            throw new LaunchException("Give a --port from 1 to 65535, not " + httpPort + ".");
        }
        if (variables.getOrDefault("HANSA_ADMIN_PASSWORD", "").isBlank()) {
            throw new LaunchException(
                    "Set HANSA_ADMIN_PASSWORD to the password that the administrator admin shall"
                            + " have; there is no default.");
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
        return new EmptyProxy(httpPort, own, ExtranetSettings.read(own));
    }

    private List<String> jvm() {
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

    Map<Integer, String> ports() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        ports.put(httpPort, "the proxy");
        extranet.ifPresent(listener -> ports.put(listener.port(), "its extranet listener"));
        return ports;
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

    public NodePlan plan(Path directory) {
        return new NodePlan(
                environment.get("HANSA_PROXY_ID"),
                directory,
                httpPort,
                extranet,
                jvm(),
                environment,
                Optional.empty());
    }
}
