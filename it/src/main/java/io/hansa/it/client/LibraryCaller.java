package io.hansa.it.client;

import io.hansa.client.CapabilityClient;
import io.hansa.client.HansaClient;
import io.hansa.client.HansaException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Calls {@code calling.once} and {@code calling.twice} in turn through the client library, and
 * prints a line for each call. Each line of the standard input names the addresses of the proxies
 * from now on; its end is the end of the program.
 *
 * <pre>LibraryCaller remote+http://127.0.0.1:8080 remote+http://127.0.0.1:8081</pre>
 */
public final class LibraryCaller {
    private static final int THREADS = 4;
    private static final long PAUSE_MILLIS = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final AtomicLong NUMBER = new AtomicLong();

    private static volatile List<URI> addresses;

    private LibraryCaller() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        addresses = Stream.of(arguments).map(URI::create).toList();
        try (HansaClient client =
                HansaClient.builder()
                        .addresses(() -> addresses)
                        .remoteUser(
                                System.getenv("WILDFLY_USER"), System.getenv("WILDFLY_PASSWORD"))
                        .account(System.getenv("HANSA_ACCOUNT"), System.getenv("HANSA_PASSWORD"))
                        .timeout(TIMEOUT)
                        .build()) {
            ScheduledExecutorService calls = Executors.newScheduledThreadPool(THREADS);
            for (int thread = 0; thread < THREADS; thread++) {
                String name = thread % 2 == 0 ? "calling.once" : "calling.twice";
                calls.scheduleWithFixedDelay(
                        () -> call(client.capability(name), name),
                        0,
                        PAUSE_MILLIS,
                        TimeUnit.MILLISECONDS);
            }
            listen(client);
            calls.shutdown();
            calls.awaitTermination(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void listen(HansaClient client) throws IOException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            addresses = Stream.of(line.strip().split(" ")).map(URI::create).toList();
        }
        System.err.println(client.describe());
    }

    /**
     * Prints {@code request path} of a reply, and {@code request code effect message} otherwise.
     */
    private static void call(CapabilityClient capability, String name) {
        String request = name + "-" + NUMBER.incrementAndGet();
        try {
            System.out.println(request + " " + capability.send(request).path().get(0));
        } catch (HansaException failed) {
            System.out.println(
                    "%s %s %s %s"
                            .formatted(
                                    request, failed.code(), failed.effect(), failed.getMessage()));
        }
    }
}
