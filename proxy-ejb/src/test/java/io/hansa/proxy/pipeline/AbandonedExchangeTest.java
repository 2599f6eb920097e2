package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.SilentServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A request is abandoned while its server is silent. Nothing of it is left on the node. The server
 * takes one exchange at a time, so that each test asks it more often than once.
 */
@Timeout(60)
class AbandonedExchangeTest {
    private static final int TURNS = 5;

    /** Longer than a slow machine takes to load the classes of a first exchange. */
    private static final int MILLIS = 30_000;

    private static final Failure REFUSED =
            Failure.of(
                    ErrorCode.INTERNAL_ERROR,
                    Effect.UNKNOWN,
                    "The container did not make the request asynchronous.",
                    null);

    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");
    private SilentServer server;
    private int asked;

    @BeforeEach
    void open() throws Exception {
        server = new SilentServer("trade-1");
        proxy.exchanges.through(server.exchanges());
        proxy.entered
                .capability("trade.settle", MILLIS, null)
                .grant("account:shop", "trade.settle");
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void callerThatLeavesReleasesEverything() throws Exception {
        framed();
        for (int turn = 0; turn < TURNS; turn++) {
            PendingRequest pending = underWay(new Asking("trade.settle"));

            pending.close();

            assertNothingIsHeld();
            assertThat(proxy.record().effect()).isEqualTo(Effect.UNKNOWN);
        }
        assertThat(proxy.breakers.of("server:trade-1").state()).isEqualTo("CLOSED");
    }

    @Test
    void deadlineThatPassesUnawaitedReleasesEverything() throws Exception {
        // Three time-outs in a row would open it.
        proxy.entered.breaker("server:trade-1", Mode.FORCED_CLOSED);
        framed();
        for (int turn = 0; turn < TURNS; turn++) {
            PendingRequest pending = underWay(new Asking("trade.settle").within(500));
            await().until(() -> pending.deadlineNanos() - System.nanoTime() <= 0);

            pending.close();

            assertNothingIsHeld();
            assertThat(proxy.record().status()).isEqualTo(504);
        }
    }

    @Test
    void refusedStartAsyncReleasesEverything() throws Exception {
        framed();
        for (int turn = 0; turn < TURNS; turn++) {
            PendingRequest pending = underWay(new Asking("trade.settle"));

            Failure told = pending.abandon(REFUSED);

            assertThat(told.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
            assertNothingIsHeld();
        }
    }

    @Test
    void halfOpenCircuitGetsItsProbesBack() throws Exception {
        framed();
        Breaker breaker = proxy.breakers.of("server:trade-1");
        BreakerSamples.open(breaker);
        await().until(breaker::allows);
        for (int turn = 0; turn < TURNS; turn++) {
            underWay(new Asking("trade.settle")).close();

            assertThat(breaker.state()).isEqualTo("HALF_OPEN");
            assertNothingIsHeld();
        }
    }

    @Test
    void closeEndsTcpWaitAndItsClaim() throws Exception {
        framed();
        assertTheWaitEnds();
    }

    @Test
    void closeEndsHttpWaitAndItsClaim() throws Exception {
        proxy.entered.server(server.http("trade.settle"));
        proxy.start();
        assertTheWaitEnds();
    }

    private void framed() {
        proxy.entered.server(server.framed("trade.settle"));
        proxy.start();
    }

    /** The thread that waits ends the request. */
    private void assertTheWaitEnds() throws Exception {
        for (int turn = 0; turn < TURNS; turn++) {
            Asking asking = new Asking("trade.settle").key("key-" + turn);
            PendingRequest pending = pending(asking);
            CompletableFuture<Failure> told =
                    CompletableFuture.supplyAsync(
                            () -> catchThrowableOfType(Failure.class, pending::finish));
            await().until(() -> server.channels() == 1 && inFlight() == 1);

            pending.close();

            assertThat(told.get(10, TimeUnit.SECONDS).code()).isEqualTo(ErrorCode.REQUEST_INVALID);
            assertNothingIsHeld();
            assertThat(proxy.replies.unanswered()).isZero();
        }
    }

    private void assertNothingIsHeld() {
        assertThat(inFlight()).as("workload").isZero();
        assertThat(proxy.node.inFlight()).as("node").isZero();
        assertThat(server.channels()).as("channels").isZero();
        assertThat(proxy.records).as("records").hasSize(asked);
    }

    private int inFlight() {
        return proxy.servers.having("trade.settle", null).all().get(0).workload().inFlight();
    }

    /** A request whose server has it, and which no thread carries. */
    private PendingRequest underWay(Asking asking) throws Exception {
        server.warm();
        PendingRequest pending = pending(asking);
        assertThat(pending).isInstanceOf(Progress.AwaitingReply.class);
        assertThat(inFlight()).isEqualTo(1);
        assertThat(server.channels()).isEqualTo(1);
        return pending;
    }

    private PendingRequest pending(Asking asking) {
        asked++;
        return (PendingRequest) proxy.way.start(asking.by(proxy.token()).data("basket").request());
    }
}
