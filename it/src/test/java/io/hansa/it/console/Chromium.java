package io.hansa.it.console;

import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with a profile of its own, until it is closed. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI base;

    private Chromium(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** The browser of this machine, from {@code HANSA_CHROMIUM} or from {@code PATH}. */
    static Optional<Path> installed() {
        String named = System.getenv("HANSA_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program) throws IOException {
        Path profile = Files.createTempDirectory(Project.path("it/target"), "chromium");
        Path log = profile.resolve("browser.log");
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless=new",
                                // The sandbox needs rights that a build in a container has not.
                                "--no-sandbox",
                                "--disable-gpu",
                                // As wide as asked for, which a bar would take from.
                                "--hide-scrollbars",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Path told = profile.resolve("DevToolsActivePort");
        await("Chromium is up, see " + log)
                .atMost(STARTED_WITHIN)
                .until(() -> Files.exists(told) && Files.readAllLines(told).size() > 1);
        String port = Files.readAllLines(told).get(0);
        Progress.say("%s listens on port %s.", program, port);
        return new Chromium(process, URI.create("http://127.0.0.1:" + port));
    }

    /** A new tab, which shares nothing but the profile with others. */
    DevTools newTab() throws IOException {
        try {
            String json =
                    http.send(
                                    HttpRequest.newBuilder(base.resolve("/json/new?about:blank"))
                                            .PUT(HttpRequest.BodyPublishers.noBody())
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return DevTools.connect(
                    http, URI.create(DevTools.read(json).getString("webSocketDebuggerUrl")));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("The test is being stopped.", stopping);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
