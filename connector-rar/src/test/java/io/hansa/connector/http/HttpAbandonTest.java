package io.hansa.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

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

/** An exchange over HTTP is closed before its reply has come. */
@Timeout(30)
class HttpAbandonTest extends HttpPoolFixture {

    private final CountDownLatch arrived = new CountDownLatch(1);

    @Test
    void closeBeforeSendingSendsNothing() throws Exception {
        FakeServer server = server(this::staysSilent);
        HttpPool pool = pool(server);
        PendingReply<ServerReply, ExchangeException> exchange = pool.begin(request(10_000));

        exchange.close();

        ExchangeException told = failureOf(exchange);
        assertThat(told.kind()).isEqualTo(Kind.ABANDONED);
        assertThat(told.sent()).isFalse();
        assertThat(server.accepted()).isZero();
    }

    @Test
    void closeEndsTheWaitOfAnotherThread() throws Exception {
        FakeServer server = server(this::staysSilent);

        assertClosedWithAllItHeld(pool(server), server);

        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void closeReachesTheSecondTry() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            if (caller.number() == 1) {
                                Seen.by(caller);
                                caller.send(ok("own"));
                                caller.read(1);
                            } else {
                                staysSilent(caller);
                            }
                        });
        HttpPool pool = pool(server);
        assertThat(ask(pool)).isEqualTo("own");

        assertClosedWithAllItHeld(pool, server);

        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void closeLeadsToNoSecondTry() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            Seen.by(caller);
                            caller.send(ok("own"));
                            staysSilent(caller);
                        });
        HttpPool pool = pool(server);
        assertThat(ask(pool)).isEqualTo("own");

        assertClosedWithAllItHeld(pool, server);

        assertThat(server.accepted()).isEqualTo(1);
    }

    private void staysSilent(Caller caller) throws IOException {
        if (Seen.by(caller) != null) {
            arrived.countDown();
            caller.readToEnd();
        }
    }

    private void assertClosedWithAllItHeld(HttpPool pool, FakeServer server) throws Exception {
        PendingReply<ServerReply, ExchangeException> exchange = pool.begin(repeatable());
        CompletableFuture<ExchangeException> told =
                CompletableFuture.supplyAsync(() -> failureOf(exchange));
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        exchange.close();
        exchange.close();

        assertThat(told.get(5, TimeUnit.SECONDS).kind()).isEqualTo(Kind.ABANDONED);
        assertThat(told.get().sent()).isTrue();
        assertThat(pool.channels()).isEmpty();
        await().until(() -> server.open() == 0);
        assertThat(pool.permits().inFlight()).isZero();
    }

    private static ExchangeException failureOf(
            PendingReply<ServerReply, ExchangeException> exchange) {
        return catchThrowableOfType(
                ExchangeException.class, () -> exchange.await(PendingReply.TO_THE_END));
    }
}
