package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.routing.Candidates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server's load changes while a request is refused: by what was seen it was refused, and by that
 * it is told why.
 */
class CandidateFilterTest {
    private static final String CAPABILITY = "bulk.work";

    private final Breakers breakers = BreakerSamples.breakers();
    private final ServerDestinations servers =
            new ServerDestinations("shop-a", new RecordingExchanges(), breakers);
    private final CandidateFilter filter = new CandidateFilter(Priority.BULK, 0.6);

    @BeforeEach
    void aServerThatDoesMoreImportantThingsToo() {
        servers.replace(
                Map.of(
                        CAPABILITY,
                        List.of(ServerSamples.framed("both-1", CAPABILITY, "core.work"))),
                capability -> capability.equals(CAPABILITY) ? Priority.BULK : Priority.CORE);
    }

    @Test
    void noCandidateIsReportedAsNone() {
        assertThat(Candidates.NONE.choice(Balancing.RANDOM, filter).next()).isNull();

        assertThat(filter.sawNone()).isTrue();
        assertThat(filter.sawOnlyOpenCircuits()).isFalse();
        assertThat(filter.sawReservedRoom()).isFalse();
    }

    @Test
    void fullServerHadNoReservedRoom() {
        busy(8);
        assertThat(having().choice(Balancing.RANDOM, filter).next()).isNull();

        having().all().get(0).workload().end(1);

        assertThat(filter.sawReservedRoom()).isFalse();
        assertThat(filter.sawNone()).isFalse();
    }

    @Test
    void reservedRoomIsRememberedWhenServerFillsUp() {
        busy(7);
        assertThat(having().choice(Balancing.RANDOM, filter).next()).isNull();

        busy(1);

        assertThat(filter.sawReservedRoom()).isTrue();
    }

    @Test
    void openCircuitsAreReportedOnlyIfAllOpen() {
        servers.replace(
                Map.of(
                        CAPABILITY,
                        List.of(
                                ServerSamples.framed("both-1", CAPABILITY),
                                ServerSamples.framed("both-2", CAPABILITY))),
                capability -> Priority.BULK);
        busy(8);
        open("server:both-2");
        assertThat(having().choice(Balancing.RANDOM, filter).next()).isNull();
        assertThat(filter.sawOnlyOpenCircuits()).isFalse();

        open("server:both-1", "server:both-2");
        CandidateFilter again = new CandidateFilter(Priority.BULK, 0.6);
        assertThat(having().choice(Balancing.RANDOM, again).next()).isNull();
        assertThat(again.sawOnlyOpenCircuits()).isTrue();
    }

    private void open(String... targets) {
        breakers.set(
                Stream.of(targets)
                        .collect(
                                Collectors.toMap(
                                        target -> target,
                                        target ->
                                                new BreakerSetting(target, Mode.FORCED_OPEN, 1))));
    }

    private void busy(int requests) {
        for (int i = 0; i < requests; i++) {
            having().all().get(0).workload().begin();
        }
    }

    private Candidates having() {
        return servers.having(CAPABILITY, null);
    }
}
