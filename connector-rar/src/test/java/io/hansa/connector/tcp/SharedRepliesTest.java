package io.hansa.connector.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many requests on one connection: each caller gets its own reply or an error, in any order. */
@Timeout(60)
class SharedRepliesTest extends SharedPoolFixture {
    @Test
    void repliesInReverseOrderFindTheirCallers() throws Exception {
        FakeServer server = server(reversing(8));
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        List<Future<String>> replies = new ArrayList<>();
        for (int number = 0; number < 16; number++) {
            String line = "%04d from caller".formatted(number);
            replies.add(callers.submit(() -> ask(pool, line)));
        }
        for (int number = 0; number < 16; number++) {
            assertThat(replies.get(number).get()).isEqualTo("%04d from caller".formatted(number));
        }
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aKeyIsNotSharedByTwoRequests() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        CountDownLatch reply = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            String line = caller.readLine();
                            seen.countDown();
                            reply.await();
                            caller.send(line + "\n");
                            Manners.echo().serve(caller);
                        });
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        Future<String> first = callers.submit(() -> ask(pool, "0001 first"));
        seen.await();

        ExchangeException second = failure(pool, "0001 second", 10_000);

        assertThat(second.kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(second.sent()).isFalse();
        reply.countDown();
        assertThat(first.get()).isEqualTo("0001 first");
        assertThat(ask(pool, "0001 third")).isEqualTo("0001 third");
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void lateReplyIsDropped() throws Exception {
        CountDownLatch tooLate = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            String late = caller.readLine();
                            String other = caller.readLine();
                            caller.send(other + "\n");
                            tooLate.await();
                            caller.send(late + "\n");
                            Manners.echo().serve(caller);
                        });
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        Future<ExchangeException> late = callers.submit(() -> failure(pool, "0001 late", 1500));
        await().until(() -> pool.channels().stream().anyMatch(c -> c.inFlight() == 1));
        assertThat(ask(pool, "0002 other")).isEqualTo("0002 other");
        assertThat(late.get().kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(late.get().sent()).isTrue();

        tooLate.countDown();

        assertThat(ask(pool, "0003 next")).isEqualTo("0003 next");
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void keyWithReplyPendingIsUsedElsewhere() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            String line = caller.readLine();
                            if (caller.number() > 1) {
                                caller.send(line + "\n");
                            } else {
                                caller.send(caller.readLine() + "\n");
                            }
                            Manners.echo().serve(caller);
                        });
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        Future<ExchangeException> late = callers.submit(() -> failure(pool, "0001 late", 1500));
        await().until(() -> pool.channels().stream().anyMatch(c -> c.inFlight() == 1));
        assertThat(ask(pool, "0002 other")).isEqualTo("0002 other");
        assertThat(late.get().kind()).isEqualTo(Kind.TIMEOUT);

        assertThat(ask(pool, "0001 again")).isEqualTo("0001 again");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void replyWithUnknownKeyEndsTheConnection() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            String line = caller.readLine();
                            while (line != null) {
                                caller.send(caller.number() == 1 ? "9999 wrong\n" : line + "\n");
                                line = caller.readLine();
                            }
                        });
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        ExchangeException failure = failure(pool, "0001 first", 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure.sent()).isTrue();
        assertThat(failure).hasMessageContaining("no request under way");
        assertThat(ask(pool, "0001 second")).isEqualTo("0001 second");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void requestWithoutKeyIsNotSent() throws Exception {
        ExchangeException failure =
                failure(sharedPool(server(Manners.echo()), BY_FOUR_BYTES), "001", 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.UNMAPPABLE);
        assertThat(failure.sent()).isFalse();
    }

    @Test
    void eachCallerGetsItsReplyFromMisbehavingServer() throws Exception {
        FakeServer server = server(SharedRepliesTest::unreliable);
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int caller = 0; caller < 16; caller++) {
            int me = caller;
            counts.add(callers.submit(() -> call(pool, me)));
        }
        int good = 0;
        for (Future<Integer> count : counts) {
            good += count.get();
        }
        assertThat(good).isBetween(400, 16 * 100 - 1);
    }

    private int call(SharedPool pool, int caller) {
        int good = 0;
        for (int turn = 0; turn < 100; turn++) {
            String line = "%04d %d".formatted(caller * 100 + turn, turn);
            try {
                assertThat(ask(pool, line)).isEqualTo(line);
                good++;
            } catch (ExchangeException e) {
                assertThat(e.kind()).isIn(Kind.UNREACHABLE, Kind.PROTOCOL_ERROR, Kind.OVERLOADED);
            }
        }
        return good;
    }

    /**
     * Answers in pairs in reverse order. Now and then it breaks off in half a reply, or sends one
     * with an unknown key.
     */
    private static void unreliable(Caller caller) throws java.io.IOException {
        String line = caller.readLine();
        for (int turn = 1; line != null; turn++) {
            if (turn % 97 == 0) {
                caller.send(turn % 2 == 0 ? "zzzz stray\n" : line.substring(0, 3));
                return;
            }
            caller.send(line + "\n");
            line = caller.readLine();
        }
    }
}
