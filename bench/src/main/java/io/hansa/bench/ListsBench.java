package io.hansa.bench;

import io.hansa.launcher.node.NodeServer;
import io.hansa.launcher.process.Children;
import io.hansa.launcher.run.TemporaryDirectory;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How long the pages of long lists take: the first, one in the middle, and a search. The registry
 * is that of {@code HANSA_DB_URL}, which must be empty, or H2.
 */
final class ListsBench {
    private static final int ACCOUNTS = 100_000;
    private static final int CAPABILITIES = 10_000;
    private static final int PERMISSIONS = 200_000;
    private static final int AT_ONCE = 10_000;
    private static final List<String> DATABASE =
            List.of("HANSA_DB_URL", "HANSA_DB_USER", "HANSA_DB_PASSWORD", "HANSA_DB_DRIVER");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int rounds;
    private BenchNode node;

    ListsBench(int rounds) {
        this.rounds = rounds;
    }

    void run(int port) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().retainAll(DATABASE);
        try (TemporaryDirectory directory = TemporaryDirectory.create("hansa-bench-");
                Children children = new Children(Optional.empty())) {
            EndsWithTheLauncher.watch(children, directory);
            Path files = directory.path();
            node = BenchNode.start(children, files, NodeServer.MICRO, port, 32, environment);
            enter("capabilities", CAPABILITIES, ListsBench::capability);
            enter("accounts", ACCOUNTS, ListsBench::account);
            enter("permissions", PERMISSIONS, ListsBench::permission);
            System.out.printf("%-52s %10s %10s%n", "list", "median ms", "worst ms");
            for (String kind : List.of("accounts", "capabilities", "permissions")) {
                measure(kind, "first page", "?limit=100");
                measure(kind, "page in the middle", "?limit=100&after=" + middle(kind));
                measure(kind, "search that finds few", "?limit=100&q=-04242");
                measure(kind, "search that finds all", "?limit=100&q=BENCH");
                measure(kind, "newest first", "?limit=100&sort=-changedAt");
            }
            measure("audit", "first page", "?limit=100");
            measure("audit", "page in the middle", "?limit=100&after=" + middle("audit"));
            measure("audit", "search that finds few", "?limit=100&q=-04242");
            measure("audit", "search that finds all", "?limit=100&q=BENCH");
            measure("audit", "records of one item", "?limit=100&key=bench-042420");
        }
    }

    private void enter(String kind, int count, IntFunction<JsonObject> item)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (int from = 0; from < count; from += AT_ONCE) {
            JsonArrayBuilder items = Json.createArrayBuilder();
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                items.add(item.apply(i));
            }
            String document = Json.createObjectBuilder().add(kind, items).build().toString();
            send(
                    request("/apply")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(document)));
            System.err.printf(
                    Locale.ROOT,
                    "%d of %d %s entered after %.0f s%n",
                    Math.min(count, from + AT_ONCE),
                    count,
                    kind,
                    (System.nanoTime() - began) / 1e9);
        }
    }

    private static JsonObject account(int i) {
        return Json.createObjectBuilder()
                .add("name", "bench-%06d".formatted(i))
                .add("groups", Json.createArrayBuilder().add("bench-" + i % 50))
                .build();
    }

    private static JsonObject capability(int i) {
        return Json.createObjectBuilder()
                .add("name", "bench.capability-%06d".formatted(i))
                .add("description", "What number " + i + " does.")
                .build();
    }

    private static JsonObject permission(int i) {
        return Json.createObjectBuilder()
                .add("subject", "account:bench-%06d".formatted(i / 2))
                .add("capability", "bench.capability-%06d".formatted(i * 7 % CAPABILITIES))
                .build();
    }

    /** The position behind about half of the list: pages are followed there in large steps. */
    private String middle(String kind) throws IOException, InterruptedException {
        JsonObject page = get("/" + kind + "?limit=1000");
        int total = page.getInt("total");
        for (int seen = 1000; seen < total / 2; seen += 1000) {
            page = get("/" + kind + "?limit=1000&after=" + page.getString("next"));
        }
        return page.getString("next");
    }

    private void measure(String kind, String what, String query)
            throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < Math.max(20, rounds); round++) {
            long began = System.nanoTime();
            get("/" + kind + query);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-52s %10.1f %10.1f%n",
                kind + ", " + what,
                millis.get(millis.size() / 2),
                millis.get(millis.size() - 1));
    }

    private JsonObject get(String path) throws IOException, InterruptedException {
        String body = send(request(path).GET());
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> reply =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != 200) {
            throw new IOException("The proxy answered " + reply.statusCode() + ": " + reply.body());
        }
        return reply.body();
    }

    private HttpRequest.Builder request(String path) {
        byte[] credentials =
                (node.administrator().account() + ":" + node.administrator().password())
                        .getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + node.port() + "/api/v1/admin" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
}
