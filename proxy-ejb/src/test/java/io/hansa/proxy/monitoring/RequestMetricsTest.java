package io.hansa.proxy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.tracing.TraceSamples;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
    private final NodeAdmission node = KeeperSamples.node();
    private final Breakers breakers = BreakerSamples.breakers();
    private final RequestMetrics metrics = KeeperSamples.metrics(node, breakers);

    @Test
    void requestsAreCountedByCapabilityAndCode() {
        metrics.count(TraceSamples.settled());
        metrics.count(TraceSamples.settled());
        metrics.count(TraceSamples.failed("account:shop", "trade.settle", 503, "overloaded"));

        assertThat(metrics.scrape().lines())
                .contains(
                        "hansa_requests_seconds_count{capability=\"trade.settle\",code=\"ok\"} 2",
                        "hansa_requests_seconds_count{capability=\"trade.settle\",code=\"overloaded\"} 1");
    }

    @Test
    void unknownNamesDoNotFillTheMetrics() {
        for (int i = 0; i < 10; i++) {
            metrics.count(
                    TraceSamples.failed("account:shop", "made.up." + i, 404, "capability-unknown"));
            metrics.count(TraceSamples.unauthenticated());
        }

        assertThat(metrics.scrape())
                .doesNotContain("made.up")
                .contains("{capability=\"unknown\",code=\"capability-unknown\"} 10")
                .contains("{capability=\"unknown\",code=\"authentication-failed\"} 10");
    }

    @Test
    void targetsAreLookedThroughAtEachScrape() {
        assertThat(metrics.scrape()).doesNotContain("hansa_breaker");

        breakers.of("peer:shop-b");

        assertThat(metrics.scrape())
                .contains(
                        "# TYPE hansa_breaker_state gauge",
                        "# TYPE hansa_breaker_opened_total counter",
                        "hansa_breaker_state{state=\"closed\",target=\"peer:shop-b\"} 1.0");
    }

    @Test
    void theNodesLoadIsThatOfTheMoment() {
        node.enter(Priority.NORMAL);
        node.enter(Priority.NORMAL);

        assertThat(metrics.scrape().lines())
                .contains(
                        "hansa_node_load 0.2",
                        "hansa_node_in_flight 2.0",
                        "hansa_proxy_load 0.2",
                        "hansa_proxy_nodes 1.0");
    }
}
