package io.hansa.proxy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.routing.Destination;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetMetricsTest {
    private static final String CAPABILITY = "trade.settle";

    private final Breakers breakers = BreakerSamples.breakers();
    private final ServerDestinations servers =
            new ServerDestinations("shop-a", new RecordingExchanges(), breakers);
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TargetMetrics targets = new TargetMetrics(registry, breakers, servers);

    @Test
    void eachTargetHasOneOfFiveStates() {
        inForce(ServerSamples.framed("trade-1", CAPABILITY));
        peers("peer:shop-b");
        breakers.set(Map.of("peer:shop-b", setting("peer:shop-b", Mode.FORCED_OPEN)));

        assertThat(scraped("hansa_breaker_state"))
                .hasSize(10)
                .filteredOn(line -> line.endsWith(" 1.0"))
                .containsExactlyInAnyOrder(
                        "hansa_breaker_state{state=\"closed\",target=\"server:trade-1\"} 1.0",
                        "hansa_breaker_state{state=\"forced_open\",target=\"peer:shop-b\"} 1.0");
        breakers.set(Map.of("peer:shop-b", setting("peer:shop-b", Mode.FORCED_CLOSED)));
        assertThat(scraped("hansa_breaker_state"))
                .contains(
                        "hansa_breaker_state{state=\"forced_closed\",target=\"peer:shop-b\"} 1.0");
    }

    @Test
    void refusedExchangesAreCounted() {
        inForce(ServerSamples.framed("trade-1", CAPABILITY));
        only().passedOver();
        assertThat(scraped("hansa_breaker_not_permitted"))
                .containsExactly(
                        "hansa_breaker_not_permitted_total{target=\"server:trade-1\"} 0.0");

        breakers.set(Map.of("server:trade-1", setting("server:trade-1", Mode.FORCED_OPEN)));
        only().passedOver();

        assertThat(scraped("hansa_breaker_not_permitted"))
                .containsExactly(
                        "hansa_breaker_not_permitted_total{target=\"server:trade-1\"} 1.0");
        assertThat(scraped("hansa_breaker_opened"))
                .containsExactly("hansa_breaker_opened_total{target=\"server:trade-1\"} 0.0");
    }

    @Test
    void loadOfAServerFollowsWorkAndCapacity() {
        BusinessServer server = ServerSamples.framed("trade-1", CAPABILITY);
        inForce(server);
        only().workload().begin();
        assertThat(scraped("hansa_server_load"))
                .containsExactly("hansa_server_load{server=\"trade-1\"} 0.1");

        inForce(ServerSamples.withCapacity(server, 5));

        assertThat(scraped("hansa_server_load"))
                .containsExactly("hansa_server_load{server=\"trade-1\"} 0.2");
    }

    @Test
    void removedTargetHasNoMetrics() {
        inForce(ServerSamples.framed("trade-1", CAPABILITY));
        peers("peer:shop-b", "peer:shop-c");
        assertThat(scraped("hansa_")).hasSize(1 + 3 * 7);

        servers.replace(Map.of(), capability -> Priority.NORMAL);
        peers("peer:shop-c");

        assertThat(scraped("hansa_")).hasSize(7).allMatch(line -> line.contains("peer:shop-c"));
    }

    @Test
    void restoredTargetStartsAtZero() {
        BusinessServer server = ServerSamples.framed("trade-1", CAPABILITY);
        inForce(server);
        only().workload().begin();
        scraped("hansa_");
        servers.replace(Map.of(), capability -> Priority.NORMAL);
        inForce(server);

        assertThat(scraped("hansa_server_load"))
                .containsExactly("hansa_server_load{server=\"trade-1\"} 0.0");
    }

    private void inForce(BusinessServer server) {
        servers.replace(Map.of(CAPABILITY, List.of(server)), capability -> Priority.NORMAL);
    }

    private void peers(String... targets) {
        breakers.arrange("peer:", Map.of("price.quote", List.of(targets)));
    }

    private Destination only() {
        return servers.having(CAPABILITY, null).all().get(0);
    }

    private Stream<String> lines() {
        targets.refresh();
        return registry.scrape().lines();
    }

    private List<String> scraped(String name) {
        return lines().filter(line -> line.startsWith(name)).toList();
    }

    private static BreakerSetting setting(String target, Mode mode) {
        return new BreakerSetting(target, mode, 1);
    }
}
