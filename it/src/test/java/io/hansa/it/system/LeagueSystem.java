package io.hansa.it.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The worked example: three proxies and their business servers, started and stopped by the command
 * that users have for it. With {@code -Dhansa.it.league=running} a demo that is already running is
 * used and left running.
 */
public final class LeagueSystem implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(330);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Path DEMO = Project.path(".hansa/demo");

    private final ProxySystem shopA = proxy("shop-a", 8181);
    private final ProxySystem shopB = proxy("shop-b", 8182);
    private final ProxySystem tickets = proxy("tickets", 8183);
    private final boolean borrowed;
    private final List<StartedProcess> processes;
    private final Thread lastResort = new Thread(this::stop, "stops the worked example");

    private LeagueSystem(boolean borrowed) throws IOException {
        this.borrowed = borrowed;
        this.processes = StartedProcess.of(DEMO.resolve("processes.json"));
    }

    /** Returns when all proxies are ready and know each other. */
    public static LeagueSystem start() throws IOException {
        boolean borrowed = "running".equals(System.getProperty("hansa.it.league"));
        if (!borrowed) {
            Progress.say("The worked example is being started by ./hansa demo --detach.");
            HansaCommand.run(START, "demo", "--detach");
        }
        LeagueSystem league = new LeagueSystem(borrowed);
        Runtime.getRuntime().addShutdownHook(league.lastResort);
        league.shopA.awaitCapability("price.quote", league.shopB);
        league.shopA.awaitCapability("ticket.issue", league.tickets);
        Progress.say("The worked example is ready: %d processes.", league.processes.size());
        return league;
    }

    public ProxySystem shopA() {
        return shopA;
    }

    public ProxySystem shopB() {
        return shopB;
    }

    public ProxySystem tickets() {
        return tickets;
    }

    /** The keys of one of its proxies, as they lie in the demo's private directory. */
    public TlsIdentity identity(String proxy) throws IOException {
        return NodeArguments.of(DEMO.resolve("nodes").resolve(proxy)).identity();
    }

    /** The listener on which {@code tickets} awaits other organizations. */
    public URI extranetOfTickets() {
        return URI.create("https://127.0.0.1:8283");
    }

    /** Ends one of its processes without a word, as a failure of the machine would. */
    public void kill(String name) {
        StartedProcess process =
                processes.stream()
                        .filter(p -> p.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "No process is called " + name + ": " + processes));
        process.running().ifPresent(ProcessHandle::destroyForcibly);
        await(name + " is gone").atMost(STOP).until(() -> process.running().isEmpty());
    }

    /** Stops everything, and fails where a process is left. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        if (borrowed) {
            return;
        }
        stop();
        try {
            await("no process of the worked example is left")
                    .atMost(STOP)
                    .until(() -> processes.stream().allMatch(p -> p.running().isEmpty()));
        } finally {
            endByForce();
        }
        Progress.say("The worked example is stopped; none of its processes is left.");
    }

    private void stop() {
        if (borrowed) {
            return;
        }
        try {
            HansaCommand.run(STOP, "demo", "--stop");
        } catch (IOException | IllegalStateException failed) {
            Progress.say("./hansa demo --stop failed, so each process is ended: %s", failed);
            endByForce();
        }
    }

    private void endByForce() {
        processes.forEach(p -> p.running().ifPresent(ProcessHandle::destroyForcibly));
    }

    private static ProxySystem proxy(String id, int port) {
        return new ProxySystem(id, URI.create("http://127.0.0.1:" + port), Credentials.ADMIN);
    }
}
