package io.hansa.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What a node answers for all nodes.
 *
 * @param asked the node with the id {@code first}; the other one is {@code second}
 */
record AnswersForAllNodes(ProxySystem asked, Credentials admin) {
    private static final int REQUESTS = 20;
    private static final int SECONDS_PER_STEP = 5;
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    /** What only the second node was asked shows in the answers of the first. */
    void requireOfBoth(ProxySystem other) throws Exception {
        Credentials token = Credentials.bearer(other.token(admin));
        for (int i = 0; i < REQUESTS; i++) {
            other.call("nodes.unknown").as(token).text("x").send().status(404);
        }
        await("the first node has the figures of the second")
                .atMost(A_WHILE)
                .until(() -> requests("&node=second") >= REQUESTS);
        assertThat(requests("")).isGreaterThanOrEqualTo(REQUESTS);
        assertThat(requests("&node=first")).isLessThan(REQUESTS);
        asked.administration().get("/series?node=none").problem(404, "not-found");
        for (AnswersForAllNodes each : List.of(this, new AnswersForAllNodes(other, admin))) {
            await("the overview speaks for both nodes at " + each.asked())
                    .atMost(A_WHILE)
                    .until(() -> each.spokenFor().equals(List.of("first", "second")));
            JsonObject traffic = each.overview().getJsonObject("traffic");
            assertThat(traffic.getJsonNumber("requestsPerSecond").doubleValue()).isPositive();
            assertThat(each.list())
                    .hasSize(2)
                    .allMatch(node -> node.keySet().containsAll(List.of("version", "startedAt")))
                    .allMatch(node -> node.getInt("revision") > 0);
        }
    }

    JsonObject overview() throws IOException {
        return asked.administration().get("/overview").ok().json();
    }

    /** The ids of the nodes that the overview counts. */
    List<String> spokenFor() throws IOException {
        return overview().getJsonArray("nodes").getValuesAs(JsonObject.class).stream()
                .filter(node -> node.getBoolean("counted"))
                .map(node -> node.getString("node"))
                .sorted()
                .toList();
    }

    List<JsonObject> list() throws IOException {
        return asked.administration()
                .get("/nodes")
                .ok()
                .json()
                .getJsonArray("nodes")
                .getValuesAs(JsonValue::asJsonObject);
    }

    /** How many requests the series counted; none while the node is not known. */
    private long requests(String filter) throws IOException {
        Reply reply = asked.administration().get("/series?name=requests&by=total" + filter);
        if (reply.status() == 404) {
            return 0;
        }
        return Math.round(
                SECONDS_PER_STEP
                        * reply
                                .ok()
                                .json()
                                .getJsonArray("series")
                                .getJsonObject(0)
                                .getJsonArray("values")
                                .stream()
                                .filter(JsonNumber.class::isInstance)
                                .mapToDouble(value -> ((JsonNumber) value).doubleValue())
                                .sum());
    }
}
