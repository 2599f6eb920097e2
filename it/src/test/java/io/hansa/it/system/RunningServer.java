package io.hansa.it.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * One empty proxy on a server, run as a user runs it: {@code ./hansa run payara --port N --data
 * DIR}.
 */
public final class RunningServer implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    public static final Credentials ADMIN = Credentials.basic("admin", "of this test only");
    private static final long STOPPED_WITHIN_SECONDS = 60;

    /**
     * Where it listens.
     *
     * @param offset added to every port that is configured
     */
    private record Place(String address, int port, int offset) {
        URI base() {
            String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
            return URI.create("http://%s:%d".formatted(host, port + offset));
        }
    }

    private final Process process;
    private final ProxySystem proxy;
    private final Path told;
    private final Path log;

    /**
     * @param told what the launcher prints
     * @param log what the node prints
     */
    private RunningServer(Process process, ProxySystem proxy, Path told, Path log) {
        this.process = process;
        this.proxy = proxy;
        this.told = told;
        this.log = log;
    }

    /**
     * Returns when the proxy is ready.
     *
     * @param server {@code micro}, {@code payara} or {@code wildfly}
     * @param id the proxy's
     * @param settings further settings, by their names in the environment
     */
    public static RunningServer start(String server, String id, Map<String, String> settings)
            throws IOException {
        return start(server, id, settings, freshData(server, id));
    }

    /** A directory for {@code --data} that no other run uses. */
    public static Path freshData(String server, String id) {
        return Project.path("it/target/run-%s-%s-%d".formatted(server, id, System.nanoTime()));
    }

    /**
     * The same with a directory that an earlier run may have used.
     *
     * @param data null: without {@code --data}
     */
    public static RunningServer start(
            String server, String id, Map<String, String> settings, Path data) throws IOException {
        Map<String, String> more = new HashMap<>(settings);
        more.putIfAbsent("HANSA_ADMIN_PASSWORD", "of this test only");
        return start(server, id, more, new Place("127.0.0.1", freePort(), 0), data);
    }

    /** The same at a port that the test has chosen. */
    public static RunningServer startOn(
            String server, String id, Map<String, String> settings, Path data, int port)
            throws IOException {
        Map<String, String> more = new HashMap<>(settings);
        more.putIfAbsent("HANSA_ADMIN_PASSWORD", "of this test only");
        return start(server, id, more, new Place("127.0.0.1", port, 0), data);
    }

    /** The same on the loopback address of IPv6. */
    public static RunningServer startOnIpv6(String server, String id) throws IOException {
        Map<String, String> more = Map.of("HANSA_ADMIN_PASSWORD", "of this test only");
        return start(server, id, more, new Place("::1", freePort(), 0), freshData(server, id));
    }

    /**
     * The same on a WildFly whose ports are moved.
     *
     * @param offset added to every port that is configured
     */
    public static RunningServer startMoved(
            String server, String id, Map<String, String> settings, int offset) throws IOException {
        Map<String, String> more = new HashMap<>(settings);
        more.put("JBOSS_SOCKET_BINDING_PORT_OFFSET", Integer.toString(offset));
        more.putIfAbsent("HANSA_ADMIN_PASSWORD", "of this test only");
        return start(
                server,
                id,
                more,
                new Place("127.0.0.1", freePort(), offset),
                freshData(server, id));
    }

    private static RunningServer start(
            String server, String id, Map<String, String> settings, Place place, Path data)
            throws IOException {
        int port = place.port();
        Path told = Project.path("it/target/run-" + server + "-" + id + ".log");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                Project.built("hansa").toString(),
                                "run",
                                server,
                                "--port",
                                Integer.toString(port),
                                "--listen",
                                place.address()));
        if (data != null) {
            arguments.addAll(List.of("--data", data.toString()));
        }
        ProcessBuilder command = new ProcessBuilder(arguments);
        Map<String, String> environment = command.environment();
        environment.keySet().removeIf(name -> name.startsWith("HANSA_"));
        environment.put("HANSA_PROXY_ID", id);
        environment.put("HANSA_DRAIN_DELAY", "0");
        environment.putAll(settings);
        environment.values().removeIf(String::isEmpty);
        Progress.say("Proxy %s is being started on %s, port %d; see %s.", id, server, port, told);
        Process process = command.redirectErrorStream(true).redirectOutput(told.toFile()).start();
        process.getOutputStream().close();
        RunningServer running =
                new RunningServer(
                        process,
                        new ProxySystem(id, place.base(), ADMIN),
                        told,
                        data == null ? told : data.resolve("logs/node.log"));
        try {
            running.awaitReady();
            return running;
        } catch (RuntimeException | Error late) {
            running.close();
            throw late;
        }
    }

    public ProxySystem proxy() {
        return proxy;
    }

    /** {@code host:port} of its naming service for remote EJBs, as it tells its peers. */
    public String iiop() throws IOException {
        return proxy.get("/api/v1/capabilities").ok().json().getString("iiop");
    }

    /** Whether a line of the server's log contains the text. */
    public boolean logged(String text) throws IOException {
        return Files.readString(log).contains(text);
    }

    /** The directory of Payara's domain, as its process was told. */
    public Path instanceRoot() throws IOException {
        String option = "-Dcom.sun.aas.instanceRoot=";
        for (ProcessHandle started : process.descendants().toList()) {
            // ProcessHandle.Info tells the first 4096 bytes of a command line only.
            String line = Files.readString(Path.of("/proc", started.pid() + "", "cmdline"));
            for (String argument : line.split("\0")) {
                if (argument.startsWith(option)) {
                    return Path.of(argument.substring(option.length()));
                }
            }
        }
        throw new IllegalStateException("No process of " + proxy + " is a Payara Server.");
    }

    /** What the launcher has printed so far: its steps, and the lines about requests. */
    public String told() throws IOException {
        return Files.readString(told);
    }

    /** The TCP ports on which the server listens, for any purpose. */
    public Set<Integer> listeningPorts() throws IOException {
        Set<Integer> ports = new TreeSet<>();
        for (ProcessHandle started : process.descendants().toList()) {
            ports.addAll(ListeningPorts.of(started.pid()));
        }
        return ports;
    }

    private void awaitReady() {
        await("proxy " + proxy + " is ready; see " + told)
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new IllegalStateException(
                                        "The server ended: " + Files.readString(told));
                            }
                            return proxy.get("/health/ready").status() == 200;
                        });
    }

    /** Ends all of its processes without a word, as a failure of the machine would. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        Progress.say("Proxy %s is dead.", proxy.id());
    }

    /** Tells the launcher to end, as Ctrl-C does, and waits until all that it started is gone. */
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                started.forEach(ProcessHandle::destroyForcibly);
                throw new IllegalStateException("Proxy " + proxy + " did not stop; see " + told);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (started.stream().anyMatch(ProcessHandle::isAlive)) {
            started.forEach(ProcessHandle::destroyForcibly);
            throw new IllegalStateException("Proxy " + proxy + " left processes behind.");
        }
        Progress.say("Proxy %s is stopped.", proxy.id());
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
