package io.hansa.connector.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.connector.ChannelStatus.State;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An exchange on a shared connection is closed before its reply has come. */
@Timeout(30)
class SharedAbandonTest extends SharedPoolFixture {

    private final CountDownLatch arrived = new CountDownLatch(1);

    @Test
    void closeLeavesTheConnectionToTheOthers() throws Exception {
        FakeServer server = server(this::answersAllButTheFirst);
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);

        assertCloseReleases(pool);

        assertThat(pool.channels()).extracting("state").containsExactly(State.IDLE);
        assertThat(ask(pool, "0002 next")).isEqualTo("0002 next");
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void closeReachesTheSecondTry() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            if (caller.number() == 1) {
                                caller.send(caller.readLine() + "\n");
                                caller.read(1);
                            } else {
                                answersAllButTheFirst(caller);
                            }
                        });
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        ask(pool, "0000 first");

        assertCloseReleases(pool);

        assertThat(server.accepted()).isEqualTo(2);
    }

    private void answersAllButTheFirst(Caller caller) throws IOException {
        caller.readLine();
        arrived.countDown();
        for (String line = caller.readLine(); line != null; line = caller.readLine()) {
            caller.send(line + "\n");
        }
    }

    private void assertCloseReleases(SharedPool pool) throws Exception {
        PendingReply<ServerReply, ExchangeException> exchange =
                pool.begin(repeatable("0001 again", 10_000));
        CompletableFuture<ExchangeException> told =
                CompletableFuture.supplyAsync(
                        () ->
                                catchThrowableOfType(
                                        ExchangeException.class,
                                        () -> exchange.await(PendingReply.TO_THE_END)),
                        callers);
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

        exchange.close();

        assertThat(told.get(5, TimeUnit.SECONDS).kind()).isEqualTo(Kind.ABANDONED);
        assertThat(told.get().sent()).isTrue();
        assertThat(pool.permits().inFlight()).isZero();
    }
}
