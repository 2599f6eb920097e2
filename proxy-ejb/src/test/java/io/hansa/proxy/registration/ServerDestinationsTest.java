package io.hansa.proxy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.override.Cause;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.override.OperatingOverride.State;
import io.hansa.proxy.routing.Availability;
import io.hansa.proxy.routing.Destination;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerDestinationsTest {
    private static final Cause CAUSE = new Cause("a test", "admin", Instant.now());

    private ServerDestinations destinations =
            new ServerDestinations("shop-a", new RecordingExchanges(), BreakerSamples.breakers());
    private final BusinessServer one = ServerSamples.framed("trade-1", "trade.settle");
    private final BusinessServer two = ServerSamples.framed("trade-2", "trade.settle");

    @BeforeEach
    void inForce() {
        destinations.replace(
                Map.of("trade.settle", List.of(one, two)), capability -> Priority.NORMAL);
    }

    @Test
    void allThatHaveTheCapabilityAreFound() {
        assertThat(names("trade.settle", null)).containsExactly("server trade-1", "server trade-2");
        assertThat(destinations.offer("trade.settle")).isTrue();
        assertThat(destinations.having("trade.settle", null).all())
                .allSatisfy(d -> assertThat(d.proxy()).isEqualTo("shop-a"));
    }

    @Test
    void findsOnlyServersThatTheCallerMayUse() {
        assertThat(names("trade.settle", Set.of("trade-2", "elsewhere")))
                .containsExactly("server trade-2");
        assertThat(names("trade.settle", Set.of())).isEmpty();
    }

    /** Both questions to the permissions are counted: whether one allows, and which all allow. */
    @Test
    void costOfNarrowedGrantsIgnoresNumberOfServers() {
        destinations.replace(
                Map.of(
                        "trade.settle",
                        IntStream.range(0, 1000)
                                .mapToObj(i -> ServerSamples.framed("trade-" + i, "trade.settle"))
                                .toList()),
                capability -> Priority.NORMAL);
        AtomicInteger steps = new AtomicInteger();
        Set<String> allowed =
                new AbstractSet<>() {
                    @Override
                    public boolean contains(Object server) {
                        steps.incrementAndGet();
                        return super.contains(server);
                    }

                    @Override
                    public Iterator<String> iterator() {
                        steps.incrementAndGet();
                        return List.of("trade-999", "trade-2").iterator();
                    }

                    @Override
                    public int size() {
                        return 2;
                    }
                };

        assertThat(names("trade.settle", allowed))
                .containsExactly("server trade-2", "server trade-999");
        assertThat(steps).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void unofferedCapabilityHasNoServer() {
        assertThat(names("price.quote", null)).isEmpty();
        assertThat(destinations.offer("price.quote")).isFalse();
    }

    @Test
    void workInFlightOutlivesARegistryChange() {
        Destination before = destinations.having("trade.settle", Set.of("trade-1")).all().get(0);
        before.workload().begin();

        destinations.replace(
                Map.of("trade.settle", List.of(ServerSamples.withThreshold(one, 0.1))),
                capability -> Priority.NORMAL);

        Destination after = destinations.having("trade.settle", null).all().get(0);
        assertThat(after.workload().inFlight()).isEqualTo(1);
        assertThat(after.takesWork()).isFalse();
        before.workload().end(1);
        assertThat(after.takesWork()).isTrue();
    }

    @Test
    void overriddenServersGetLessOrNothing() {
        override(
                new OperatingOverride("server:trade-1", State.QUARANTINED, 1, null, CAUSE, 1),
                new OperatingOverride("server:trade-2", null, 0.25, null, CAUSE, 1));

        List<Destination> all = destinations.having("trade.settle", null).all();
        assertThat(all.get(0).availability(Priority.CORE, 1)).isEqualTo(Availability.OUT_OF_USE);
        assertThat(all.get(1).availability(Priority.CORE, 1)).isEqualTo(Availability.AVAILABLE);
        assertThat(all.get(1).share()).isEqualTo(0.25 * two.weight());
    }

    @Test
    void endedOverridesDoNotCount() {
        Instant past = Instant.now().minusSeconds(1);
        override(
                new OperatingOverride("server:trade-1", State.DRAINING, 1, past, CAUSE, 1),
                new OperatingOverride("server:trade-2", null, 0.25, past, CAUSE, 1));

        List<Destination> all = destinations.having("trade.settle", null).all();
        assertThat(all.get(0).takesWork()).isTrue();
        assertThat(all.get(1).share()).isEqualTo(two.weight());
    }

    @Test
    void overridesEndByTheClockOfAllNodes() {
        Instant machine = Instant.parse("2026-01-31T08:10:00Z");
        DatabaseClock clock = new DatabaseClock(Clock.fixed(machine, ZoneOffset.UTC));
        clock.compared(machine.minusSeconds(600), machine, machine);
        destinations =
                new ServerDestinations(
                        "shop-a", new RecordingExchanges(), BreakerSamples.breakers(clock));
        Instant end = machine.minusSeconds(1);
        override(
                new OperatingOverride("server:trade-1", State.DRAINING, 1, end, CAUSE, 1),
                new OperatingOverride("server:trade-2", null, 0.25, end, CAUSE, 1));

        List<Destination> all = destinations.having("trade.settle", null).all();
        assertThat(all.get(0).hold().until()).isEqualTo(end);
        assertThat(all.get(1).share()).isEqualTo(0.25 * two.weight());

        clock.compared(end, machine, machine);

        assertThat(all.get(0).hold()).isNull();
        assertThat(all.get(1).share()).isEqualTo(two.weight());
    }

    private void override(OperatingOverride one, OperatingOverride other) {
        destinations.replace(
                Map.of("trade.settle", List.of(this.one, two)),
                capability -> Priority.NORMAL,
                Map.of(one.target(), one, other.target(), other));
    }

    @Test
    void oneServerWithTwoCapabilitiesHasOneLoad() {
        BusinessServer both = ServerSamples.framed("both", "price.quote", "stock.move");
        destinations.replace(
                Map.of("price.quote", List.of(both), "stock.move", List.of(both)),
                capability -> Priority.NORMAL);

        destinations.having("price.quote", null).all().get(0).workload().begin();

        assertThat(destinations.having("stock.move", null).all().get(0).workload().inFlight())
                .isEqualTo(1);
    }

    private List<String> names(String capability, Set<String> allowed) {
        return destinations.having(capability, allowed).all().stream()
                .map(Destination::name)
                .toList();
    }
}
