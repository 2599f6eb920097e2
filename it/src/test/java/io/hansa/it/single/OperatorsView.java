package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an operator asks a running proxy. */
interface OperatorsView extends SeenProxy {
    @Test
    default void itIsStartedReadyAndAlive() throws IOException {
        for (String check : new String[] {"started", "ready", "live"}) {
            Reply health = proxy().get("/health/" + check).ok();
            assertThat(health.json().getString("status")).as(check).isEqualTo("UP");
        }
    }

    @Test
    default void capabilityInformationIsPublicAndTagged() throws IOException {
        Reply reply = proxy().get("/api/v1/capabilities").ok();
        assertThat(reply.json().getString("proxy")).isEqualTo(ID);
        assertThat(reply.json().getBoolean("accepting")).isTrue();
        assertThat(load(reply)).isLessThan(0.5);
        assertThat(reply.json()).containsKeys("region", "organization", "threshold");
    }

    @Test
    default void capabilityInformationKeepsETagAtSameLoad() throws IOException {
        await("the load of what came before has gone")
                .atMost(Duration.ofSeconds(15))
                .until(() -> load(proxy().get("/api/v1/capabilities").ok()) == 0);
        String tag = proxy().get("/api/v1/capabilities").ok().header("ETag");

        assertThat(tag).isNotEmpty();
        Reply again = proxy().getUnlessUnchanged("/api/v1/capabilities", tag);
        assertThat(again.status(304).bytes()).isEmpty();
    }

    @Test
    default void capabilityInformationTellsReplayAndPeers() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.told", server)) {
            JsonObject told = proxy().capability(offer.capability()).orElseThrow();

            assertThat(told.getString("replay")).isEqualTo("ONCE");
            assertThat(proxy().get("/api/v1/capabilities").ok().json()).containsKey("peers");
        }
    }

    private static double load(Reply information) {
        return information.json().getJsonNumber("load").doubleValue();
    }

    @Test
    default void metricsArePrometheusText() throws IOException {
        Reply reply = proxy().get("/metrics").ok();
        assertThat(reply.header("Content-Type")).startsWith("text/plain");
        assertThat(reply.text()).contains("# TYPE hansa_node_load gauge", "hansa_proxy_nodes 1.0");
    }

    @Test
    default void aProxyOfOneNodeShowsThatNode() throws IOException {
        JsonArray nodes = proxy().administration().get("/nodes").ok().json().getJsonArray("nodes");

        assertThat(nodes).hasSize(1);
        JsonObject node = nodes.getJsonObject(0);
        assertThat(node.getString("node")).isEqualTo(ID);
        assertThat(node.getBoolean("here")).isTrue();
        assertThat(node.getBoolean("counted")).isTrue();
        assertThat(node.getJsonNumber("capacity").doubleValue()).isGreaterThan(1);
        proxy().administration(Credentials.NONE)
                .get("/nodes")
                .problem(401, "authentication-failed");
    }

    @Test
    default void theMetricsShowTheServersThatWereCalled() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.measured", server)) {
            offer.permit("account:admin");
            proxy().call(offer.capability()).as(admin()).text("x").send().ok();

            assertThat(proxy().get("/metrics").ok().text().lines())
                    .contains(
                            "hansa_breaker_state{state=\"closed\",target=\"server:%s\"} 1.0"
                                    .formatted(server.id()),
                            "hansa_breaker_state{state=\"open\",target=\"server:%s\"} 0.0"
                                    .formatted(server.id()),
                            "hansa_breaker_opened_total{target=\"server:%s\"} 0.0"
                                    .formatted(server.id()),
                            "hansa_server_load{server=\"%s\"} 0.0".formatted(server.id()));
        }
    }

    @Test
    default void unknownAddressIsAProblemDocument() throws IOException {
        proxy().get("/nothing").problem(404, "not-found").withoutEffect();
        proxy().get("/api/v1/nothing").problem(404, "not-found").withoutEffect();
        proxy().get("/api/v1/token").problem(405, "method-not-allowed").withoutEffect();
    }
}
