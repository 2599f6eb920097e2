package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No proxy waits longer than the caller. */
class DeadlineTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void serverAndPeer() {
        proxy.entered
                .server(
                        ServerSamples.withTimeout(
                                ServerSamples.framed("trade-1", "trade.settle"), 60_000))
                .peer("shop-b", Peer.Link.INTRANET)
                .capability("trade.settle", 30_000, null)
                .grant("account:shop", "trade.settle");
        proxy.league.offers("shop-b", "price.quote");
        proxy.exchanges.answers("trade-1", "settled");
    }

    @Test
    void withoutAWordTheCapabilitysTimeHolds() {
        assertThat(millisGiven(0)).isBetween(20_000L, 30_000L);
    }

    @Test
    void callerMayHaveLessTimeButNotMore() {
        assertThat(millisGiven(5_000)).isBetween(1L, 5_000L);
        assertThat(millisGiven(Long.MAX_VALUE)).isBetween(20_000L, 30_000L);
    }

    @Test
    void whenTheDeadlineHasPassedNothingIsSent() {
        proxy.start();

        Failure refusal =
                proxy.refusal(
                        new Asking("trade.settle")
                                .by(proxy.token())
                                .within(20)
                                .body(max -> slowly()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void deadlineBetweenTwoHopsHasAnUnknownEffect() {
        proxy.exchanges.answers(
                "trade-1",
                request -> {
                    until(request.deadlineNanos());
                    return RecordingExchanges.reply("HANSA-ASSIST price.quote\nbasket");
                });
        proxy.start();

        Failure refusal = proxy.refusal(new Asking("trade.settle").by(proxy.token()).within(500));

        assertThat(refusal.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(proxy.exchanges.targets()).containsExactly("trade-1");
    }

    @Test
    void peerLearnsTheRemainingTime() {
        proxy.exchanges
                .answers("trade-1", "HANSA-ASSIST price.quote\nbasket")
                .answers("peer:shop-b", "12.50");
        proxy.start();

        proxy.way.process(new Asking("trade.settle").by(proxy.token()).within(5_000).request());

        String left = proxy.exchanges.sent().get(1).request().headers().get("Hansa-Timeout-Ms");
        assertThat(Long.parseLong(left)).isBetween(1L, 5_000L);
    }

    private long millisGiven(long asked) {
        proxy.start();
        proxy.way.process(new Asking("trade.settle").by(proxy.token()).within(asked).request());
        int last = proxy.exchanges.sent().size() - 1;
        long deadline = proxy.exchanges.sent().get(last).request().deadlineNanos();
        return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }

    private static byte[] slowly() {
        until(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(30));
        return new byte[0];
    }

    private static void until(long nanoTime) {
        Awaitility.await().until(() -> System.nanoTime() - nanoTime > 0);
    }
}
