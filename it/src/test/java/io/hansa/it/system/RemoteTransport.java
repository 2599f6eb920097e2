package io.hansa.it.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A way to the remote view: one of the runnable clients, each call in a Java process of its own as
 * its page in {@code docs/} shows it.
 *
 * @param server the settings {@code WILDFLY_USER} and {@code WILDFLY_PASSWORD} by which the client
 *     shows itself to the server itself; none on IIOP
 */
public record RemoteTransport(
        String name, List<String> java, String where, Map<String, String> server) {
    private static final long LONGEST_SECONDS = 60;

    /**
     * What became of a call.
     *
     * @param exit 0: a result, 1: the contract's failure, 2: the call did not reach the proxy
     */
    public record Outcome(int exit, String text) {}

    /**
     * @param address {@code host:port} of the naming service
     */
    public static RemoteTransport iiop(String address) {
        return new RemoteTransport(
                "IIOP",
                client(
                        "IiopCaller",
                        "client-iiop",
                        List.of("-Dcom.sun.CORBA.ORBUseDynamicStub=true")),
                address,
                Map.of());
    }

    /**
     * @param url {@code remote+http://host:port}
     */
    public static RemoteTransport remoting(String url, Map<String, String> server) {
        return new RemoteTransport(
                "remoting", client("WildFlyCaller", "client-wildfly", List.of()), url, server);
    }

    /** The same way by which values are sent that are none of the remote interface. */
    public RemoteTransport withForeignValues() {
        List<String> other = new ArrayList<>(java);
        other.set(other.size() - 1, "io.hansa.it.client.ForeignValues");
        return new RemoteTransport("remoting with foreign values", other, where, server);
    }

    /**
     * The same way to the names by which the view is found, for a caller that tries to change them.
     */
    public RemoteTransport asIntruderOfNames() {
        List<String> other = new ArrayList<>(java);
        other.set(other.size() - 1, "io.hansa.it.client.NamingIntruder");
        return new RemoteTransport("intruder", other, where, server);
    }

    /**
     * @param shown {@code HANSA_ACCOUNT} and {@code HANSA_PASSWORD}, or {@code HANSA_TOKEN}, or
     *     nothing
     */
    public Outcome call(Map<String, String> shown, String capability, String data) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(where, capability, data));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.startsWith("HANSA_"));
        builder.environment().putAll(server);
        builder.environment().putAll(shown);
        try {
            Path said = Files.createTempFile("call", ".txt");
            try {
                return outcome(builder.redirectOutput(said.toFile()).start(), said);
            } finally {
                Files.delete(said);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private Outcome outcome(Process process, Path said) throws IOException, InterruptedException {
        process.getOutputStream().close();
        boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(said);
        if (!ended) {
            throw new IllegalStateException(name + " did not end: " + text);
        }
        return new Outcome(process.exitValue(), text);
    }

    private static List<String> client(String main, String libraries, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        Project.built("it/target/classes")
                                + ":"
                                + Project.built("it/target/" + libraries)
                                + "/*",
                        "io.hansa.it.client." + main));
        return command;
    }

    @Override
    public String toString() {
        return name;
    }
}
