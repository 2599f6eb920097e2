package io.hansa.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that closes an idle connection at the moment at which the next request arrives. */
@Timeout(60)
class HttpStaleConnectionTest extends HttpPoolFixture {

    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void repeatableRequestsDoNotFailHoweverOften() throws Exception {
        FakeServer server = server(oneRequestEach());
        HttpPool pool = pool(server);
        for (int turn = 0; turn < 50; turn++) {
            assertThat(askAgain(pool)).isEqualTo("own");
        }
        assertThat(answered).hasValue(50);
        assertThat(server.accepted()).isEqualTo(50);
    }

    @Test
    void onceRequestOnStaleConnectionIsNotRepeated() throws Exception {
        FakeServer server = server(oneRequestEach());
        HttpPool pool = pool(server);
        assertThat(ask(pool)).isEqualTo("own");

        ExchangeException failure = failure(pool, 10_000);

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.sent()).isTrue();
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void theSecondTryTakesNoOtherIdleConnection() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        FakeServer server =
                server(
                        caller -> {
                            Seen.by(caller);
                            if (caller.number() <= 2) {
                                meet(both);
                            }
                            caller.send(ok("own"));
                            caller.read(1);
                        });
        HttpPool pool = pool(server);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        Future<String> other = callers.submit(() -> askAgain(pool));
        assertThat(askAgain(pool)).isEqualTo("own");
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo("own");
        callers.shutdown();
        assertThat(server.accepted()).isEqualTo(2);

        assertThat(askAgain(pool)).isEqualTo("own");

        assertThat(server.accepted()).isEqualTo(3);
    }

    @Test
    void failureOnFreshConnectionIsNotRepeated() throws Exception {
        FakeServer server = server(Seen::by);

        assertThat(failureOfRepeatable(pool(server)).sent()).isTrue();

        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void silenceOfOneIdleConnectionClosesTheOthers() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CyclicBarrier both = new CyclicBarrier(2);
        FakeServer server =
                server(
                        caller -> {
                            Seen.by(caller);
                            if (caller.number() <= 2) {
                                meet(both);
                                caller.send(ok("own"));
                                end.await();
                            }
                            replies(ok("own")).serve(caller);
                        });
        HttpPool pool = pool(server);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        Future<String> other = callers.submit(() -> ask(pool));
        assertThat(ask(pool)).isEqualTo("own");
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo("own");
        callers.shutdown();

        assertThat(failure(pool, 300).kind()).isEqualTo(Kind.TIMEOUT);

        assertThat(pool.channels()).isEmpty();
        end.countDown();
    }

    private static void meet(CyclicBarrier others) throws InterruptedException {
        try {
            others.await(10, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("The other caller did not come.", e);
        }
    }

    private static ExchangeException failureOfRepeatable(HttpPool pool) {
        return catchThrowableOfType(ExchangeException.class, () -> pool.exchange(repeatable()));
    }

    /** Answers the first request, and closes without a word when the next one arrives. */
    private Manners oneRequestEach() {
        return caller -> {
            Seen.by(caller);
            answered.incrementAndGet();
            caller.send(ok("own"));
            caller.read(1);
        };
    }
}
