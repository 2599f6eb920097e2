package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Framing;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.ServerExchange;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An exchange that one thread begins and another one ends. */
@Timeout(30)
class TcpExchangeTest extends TcpPoolFixture {
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @Test
    void whoDoesNotWaitForTheReplyLeavesItToAnotherThread() throws Exception {
        TcpPool pool = pool(server(this::answersWhenItMay));
        ServerExchange exchange = pool.begin(request("one", 10_000));

        assertThat(exchange.await(0)).isNull();
        assertThat(exchange.await(TimeUnit.MILLISECONDS.toNanos(5))).isNull();
        mayAnswer.countDown();

        assertThat(onAnotherThread(exchange)).isEqualTo("one");
        assertThat(ask(pool, "two")).isEqualTo("two");
        assertThat(pool.openChannels()).isEqualTo(1);
    }

    @Test
    void theDeadlineHoldsWhoeverWaits() throws Exception {
        TcpPool pool = pool(server(Manners.silence()));
        ServerExchange exchange = pool.begin(request("one", 100));

        assertThat(exchange.await(TimeUnit.MILLISECONDS.toNanos(5))).isNull();
        ExchangeException late =
                catchThrowableOfType(
                        ExchangeException.class, () -> exchange.await(ServerExchange.TO_THE_END));

        assertThat(late.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(late.sent()).isTrue();
        assertThat(pool.openChannels()).isZero();
    }

    @Test
    void untilItsEndItHoldsItsPlaceAndAfterwardsNot() throws Exception {
        TcpPool pool = pool(server(Manners.silence()));
        ServerExchange[] held = new ServerExchange[4];
        for (int i = 0; i < held.length; i++) {
            held[i] = pool.begin(request("held", 500));
            assertThat(held[i].await(0)).isNull();
        }

        assertThat(failure(pool, "one more", 10_000).kind()).isEqualTo(Kind.OVERLOADED);

        for (ServerExchange exchange : held) {
            catchThrowableOfType(
                    ExchangeException.class, () -> exchange.await(ServerExchange.TO_THE_END));
        }
        assertThat(failure(pool, "one more", 100).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void whatGoesBeforeALargePayloadDoesNotWaitForAnybodyToAwaitTheReply() throws Exception {
        CountDownLatch payloadCame = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            caller.read(4 + 1000);
                            payloadCame.countDown();
                            caller.readToEnd();
                        });
        Framing prefixed = new LengthPrefix(4, LengthEncoding.BINARY, true, 0, null);
        TcpPool pool = pool(target(server.endpoint(), prefixed, null));

        ServerExchange exchange = pool.begin(request("x".repeat(200_000), 10_000));

        assertThat(payloadCame.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(exchange.await(0)).isNull();
    }

    private void answersWhenItMay(Caller caller) throws IOException, InterruptedException {
        for (String line = caller.readLine(); line != null; line = caller.readLine()) {
            mayAnswer.await();
            caller.send((line + "\n").getBytes(UTF_8));
        }
    }

    private static String onAnotherThread(ServerExchange exchange) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return new String(
                                        exchange.await(ServerExchange.TO_THE_END).payload(), UTF_8);
                            } catch (ExchangeException failed) {
                                throw new AssertionError(failed);
                            }
                        })
                .join();
    }
}
