package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a tab reports: faults of its scripts, refusals of its policy, and calls of the API. */
final class Watch {
    /** Chromium's own line for each answer of 400 and above; the console shows them itself. */
    private static final String NETWORK = "network";

    private static final int FORBIDDEN = 403;
    private static final Set<String> LEVELS = Set.of("error", "assert");

    /**
     * @param path without the query, as it is sent
     */
    record Call(String method, String path, Set<String> parameters) {}

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final String origin;

    Watch(DevTools tools, URI base) {
        this.origin = base.toString();
        tools.listen(this::take);
    }

    private void take(String event, JsonObject parameters) {
        switch (event) {
            case "Runtime.consoleAPICalled" -> {
                if (LEVELS.contains(parameters.getString("type"))) {
                    problems.add("console: " + parameters.get("args"));
                }
            }
            case "Runtime.exceptionThrown" ->
                    problems.add("exception: " + parameters.get("exceptionDetails"));
            case "Log.entryAdded" -> {
                JsonObject entry = parameters.getJsonObject("entry");
                if (entry.getString("level").equals("error")
                        && !entry.getString("source").equals(NETWORK)) {
                    problems.add("log: " + entry);
                }
            }
            case "Network.responseReceived" -> answered(parameters.getJsonObject("response"));
            case "Network.requestWillBeSent" -> called(parameters.getJsonObject("request"));
            default -> {
                // Other events say nothing about faults.
            }
        }
    }

    private void called(JsonObject request) {
        String url = request.getString("url");
        if (!url.startsWith(origin)) {
            if (url.startsWith("http")) {
                problems.add("a request to another origin: " + url);
            }
            return;
        }
        URI address = URI.create(url);
        if (address.getPath().startsWith("/api/")) {
            String query = address.getRawQuery();
            Set<String> names =
                    query == null
                            ? Set.of()
                            : Set.copyOf(
                                    List.of(query.split("&")).stream()
                                            .map(one -> one.replaceFirst("=.*", ""))
                                            .toList());
            calls.add(new Call(request.getString("method"), address.getRawPath(), names));
        }
    }

    private void answered(JsonObject response) {
        if (response.getInt("status") == FORBIDDEN) {
            refused.add(response.getString("url"));
        }
    }

    /** What was asked and is not for the role of the person. */
    List<String> refused() {
        return refused;
    }

    /** Every call of the API so far. */
    List<Call> calls() {
        return calls;
    }

    /** No script failed, no text is missing, and nothing broke the page's policy. */
    void assertClean(String where) {
        assertThat(problems).as(where).isEmpty();
    }
}
