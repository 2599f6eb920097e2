package io.hansa.it.calling;

import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Project;
import io.hansa.it.system.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** {@code LibraryCaller} as a process of its own, with the client library of WildFly. */
final class LibraryProcess implements AutoCloseable {
    static final String PASSWORD = "of a calling program";

    private final Process process;
    private final Writer input;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LibraryProcess(Process process) {
        this.process = process;
        this.input = process.outputWriter();
        Thread reader = new Thread(this::read, "lines of the caller");
        reader.setDaemon(true);
        reader.start();
    }

    static LibraryProcess start(List<RunningServer> proxies) throws IOException {
        ProcessBuilder command =
                new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Project.built("it/target/classes")
                                + ":"
                                + Project.built("it/target/client-wildfly")
                                + "/*",
                        "io.hansa.it.client.LibraryCaller");
        command.command().addAll(List.of(addresses(proxies).split(" ")));
        command.redirectError(Project.path("it/target/library-caller.log").toFile());
        command.environment()
                .putAll(
                        Map.of(
                                "WILDFLY_USER",
                                "hansa",
                                "WILDFLY_PASSWORD",
                                PASSWORD,
                                "HANSA_ACCOUNT",
                                "shop",
                                "HANSA_PASSWORD",
                                "shop-demo"));
        return new LibraryProcess(command.start());
    }

    private static String addresses(List<RunningServer> proxies) {
        return proxies.stream()
                .map(proxy -> "remote+" + proxy.proxy().base())
                .collect(Collectors.joining(" "));
    }

    private void read() {
        try (BufferedReader printed = process.inputReader()) {
            printed.lines().forEach(lines::add);
        } catch (IOException ended) {
            lines.add("read ended UNKNOWN " + ended);
        }
    }

    void use(List<RunningServer> proxies) throws IOException {
        input.write(addresses(proxies) + "\n");
        input.flush();
    }

    /** Waits until the proxy answered that many calls more. */
    void awaitAnswers(String proxy, int calls) {
        long before = answered(proxy);
        await(proxy + " answers calls")
                .atMost(Duration.ofSeconds(90))
                .until(() -> answered(proxy) >= before + calls);
    }

    /** First calls to proxies that have just started may come too late; they do not count. */
    void forget() {
        lines.clear();
    }

    private long answered(String proxy) {
        return lines.stream().filter(line -> line.endsWith(" " + proxy)).count();
    }

    /** ONCE calls whose effect is not known. */
    List<String> unknown() {
        return failed().stream()
                .filter(line -> line.startsWith(Callers.ONCE) && line.contains(" UNKNOWN "))
                .toList();
    }

    /** All other failures. */
    List<String> failures() {
        List<String> unknown = unknown();
        return failed().stream().filter(line -> !unknown.contains(line)).toList();
    }

    private List<String> failed() {
        return lines.stream().filter(line -> line.split(" ").length > 2).toList();
    }

    String summary() {
        return "%d calls, %d UNKNOWN, %d failed"
                .formatted(lines.size(), unknown().size(), failures().size());
    }

    @Override
    public void close() throws IOException {
        input.close();
        process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
