package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PeerViewTest {
    private static final Peer PEER = FakeLeague.peer("shop-b", Peer.Link.INTRANET);

    private final PeerView unheard = PeerView.unheard(PEER);

    @Test
    void aPeerUnderItsThresholdTakesWork() {
        assertThat(unheard.told(status(0.79, true, true), "shop").takesWork("price.quote"))
                .isTrue();
    }

    @Test
    void busyStoppingOrServerlessPeerTakesNone() {
        assertThat(unheard.told(status(0.8, true, true), "shop").takesWork("price.quote"))
                .isFalse();
        assertThat(unheard.told(status(0.1, false, true), "shop").takesWork("price.quote"))
                .isFalse();
        assertThat(unheard.told(status(0.1, true, false), "shop").takesWork("price.quote"))
                .isFalse();
        assertThat(unheard.told(status(0.1, true, true), "shop").takesWork("stock.move")).isFalse();
    }

    @Test
    void unheardSilentAndStalePeersTakeNone() {
        PeerView told = unheard.told(status(0.1, true, true), "shop");
        long longAgo = System.nanoTime() - TimeUnit.SECONDS.toNanos(6);
        PeerView stale = toldAt(told.status(), longAgo);

        assertThat(unheard.takesWork("price.quote")).isFalse();
        assertThat(told.silent("gone").takesWork("price.quote")).isFalse();
        assertThat(stale.takesWork("price.quote")).isFalse();
        assertThat(stale.offers("price.quote")).isTrue();
        assertThat(told.silent("gone").told(told.status(), "shop").takesWork("price.quote"))
                .isTrue();
    }

    @Test
    void staleLoadIsUnknownAndNotIdle() {
        ProxyStatus idle = status(0, true, true);

        assertThat(unheard.told(idle.withLoadAge(4000), "shop").takesWork("price.quote")).isTrue();
        for (long age : new long[] {5000, Long.MAX_VALUE}) {
            PeerView stale = unheard.told(idle.withLoadAge(age), "shop");
            assertThat(stale.takesWork("price.quote")).isFalse();
            assertThat(stale.reachable()).isTrue();
        }
    }

    @Test
    void theLoadGrowsOlderBetweenTwoQuestions() {
        long threeSecondsAgo = System.nanoTime() - TimeUnit.SECONDS.toNanos(3);
        ProxyStatus idle = status(0, true, true);

        assertThat(toldAt(idle.withLoadAge(1000), threeSecondsAgo).takesWork("price.quote"))
                .isTrue();
        assertThat(toldAt(idle.withLoadAge(3000), threeSecondsAgo).takesWork("price.quote"))
                .isFalse();
    }

    private static PeerView toldAt(ProxyStatus status, long nanos) {
        return new PeerView(PEER, status, Announced.of(PEER, status, "shop"), nanos, null);
    }

    private static ProxyStatus status(double load, boolean accepting, boolean available) {
        return ProxyStatus.of("shop-b")
                .region("shanghai")
                .organization("shop")
                .load(load, 0.8)
                .accepting(accepting)
                .capabilities(
                        List.of(
                                new OfferedCapability(
                                        "price.quote",
                                        "NORMAL",
                                        OfferedCapability.LOCAL,
                                        available)))
                .build();
    }
}
