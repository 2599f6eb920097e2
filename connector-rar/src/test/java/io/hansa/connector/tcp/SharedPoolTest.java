package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ByteRange;
import io.hansa.connector.ChannelStatus;
import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Probe;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.fakeserver.TestKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many requests on one connection: each caller gets its own reply or an error, whatever the order. */
@Timeout(60)
class SharedPoolTest extends TcpPoolFixture {

    private static final Dialogue BY_FOUR_BYTES = new Dialogue(LINES, new ByteRange(0, 4));

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

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
    void aLateReplyReachesNobody() throws Exception {
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
        await().until(() -> pool.channels().stream().anyMatch(c -> c.inHand() == 1));
        assertThat(ask(pool, "0002 other")).isEqualTo("0002 other");
        assertThat(late.get().kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(late.get().sent()).isTrue();

        tooLate.countDown();

        assertThat(ask(pool, "0003 next")).isEqualTo("0003 next");
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aKeyWhoseReplyMayStillComeIsUsedOnAnotherConnection() throws Exception {
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
        await().until(() -> pool.channels().stream().anyMatch(c -> c.inHand() == 1));
        assertThat(ask(pool, "0002 other")).isEqualTo("0002 other");
        assertThat(late.get().kind()).isEqualTo(Kind.TIMEOUT);

        assertThat(ask(pool, "0001 again")).isEqualTo("0001 again");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void aReplyThatFitsNobodyEndsTheConnectionForAll() throws Exception {
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
    void aSilentConnectionIsNotUsedAgain() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            if (caller.number() == 1) {
                                caller.readToEnd();
                            } else {
                                Manners.echo().serve(caller);
                            }
                        });
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        assertThat(failure(pool, "0001 first", 500).kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(ask(pool, "0002 second")).isEqualTo("0002 second");
        assertThat(server.accepted()).isEqualTo(2);
        await().until(() -> server.open() == 1);
    }

    @Test
    void aConnectionThatClosesWhileIdleIsReplaced() throws Exception {
        FakeServer server = server(Manners.echo());
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        assertThat(ask(pool, "0001 first")).isEqualTo("0001 first");
        server.hangUp();
        await().until(() -> pool.channels().isEmpty());
        assertThat(ask(pool, "0002 second")).isEqualTo("0002 second");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void whatHasNoKeyIsNotSent() throws Exception {
        ExchangeException failure =
                failure(sharedPool(server(Manners.echo()), BY_FOUR_BYTES), "001", 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.UNMAPPABLE);
        assertThat(failure.sent()).isFalse();
    }

    @Test
    void aSignOnComesFirst() throws Exception {
        Dialogue dialogue =
                new Dialogue(LINES, new ByteRange(0, 4), probe("0000 hello", "0000 wel"), null, 0);
        FakeServer server =
                server(
                        caller -> {
                            String greeting = caller.readLine();
                            caller.send(
                                    "0000 hello".equals(greeting)
                                            ? "0000 welcome\n"
                                            : "0000 away\n");
                            Manners.echo().serve(caller);
                        });
        assertThat(ask(sharedPool(server, dialogue), "0001 x")).isEqualTo("0001 x");
        Dialogue wrong =
                new Dialogue(LINES, new ByteRange(0, 4), probe("0000 hey", "0000 wel"), null, 0);
        ExchangeException refused = failure(sharedPool(server, wrong), "0001 x", 10_000);
        assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refused.sent()).isFalse();
        assertThat(refused).hasMessageContaining("sign-on");
    }

    @Test
    void anEchoWithoutAnswerEndsTheConnection() throws Exception {
        Dialogue dialogue =
                new Dialogue(LINES, new ByteRange(0, 4), null, probe("0000 echo", ""), 100);
        FakeServer server =
                server(
                        caller -> {
                            caller.send(caller.readLine() + "\n");
                            caller.send(caller.readLine() + "\n");
                            caller.readToEnd();
                        });
        SharedPool pool = sharedPool(server, dialogue);
        assertThat(ask(pool, "0001 x")).isEqualTo("0001 x");
        await().atMost(10, TimeUnit.SECONDS).until(() -> pool.channels().isEmpty());
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aSharedConnectionMayBeInTls(@TempDir Path directory) throws Exception {
        TestKeys keys = TestKeys.forHost(directory, "localhost");
        FakeServer server = closing(FakeServer.withTls(keys.context(), reversing(4)));
        SharedPool pool =
                closing(
                        new SharedPool(
                                new ServerTarget(
                                        "fake",
                                        server.tlsEndpoint("localhost"),
                                        BY_FOUR_BYTES,
                                        null,
                                        32,
                                        5000,
                                        100_000,
                                        keys.context()),
                                surroundings,
                                age::get));
        List<Future<String>> replies = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            String line = "%04d ".formatted(number) + "x".repeat(20_000);
            replies.add(callers.submit(() -> ask(pool, line)));
        }
        for (int number = 0; number < 12; number++) {
            assertThat(replies.get(number).get()).startsWith("%04d x".formatted(number));
        }
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aQuarantinedConnectionGetsNothingNew() throws Exception {
        FakeServer server = server(Manners.echo());
        SharedPool pool = sharedPool(server, BY_FOUR_BYTES);
        ask(pool, "0001 x");
        ChannelStatus first = pool.channels().get(0);
        assertThat(pool.quarantine(first.id())).isTrue();
        ask(pool, "0002 x");
        assertThat(server.accepted()).isEqualTo(2);
        assertThat(pool.channels())
                .filteredOn(channel -> channel.id().equals(first.id()))
                .extracting(ChannelStatus::state)
                .containsExactly(ChannelStatus.State.QUARANTINED);
        assertThat(pool.release(first.id())).isTrue();
        assertThat(pool.release(first.id())).isFalse();
        await().until(() -> pool.channels().size() == 1);
    }

    @Test
    void nobodyGetsTheReplyOfAnotherHoweverTheServerBehaves() throws Exception {
        FakeServer server = server(SharedPoolTest::unreliable);
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

    /** Answers in pairs turned round, and now and then breaks off, in half a reply or with one that fits nobody. */
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

    /** Collects so many lines and answers the last one first. */
    private static Manners reversing(int count) {
        return caller -> {
            while (true) {
                List<String> lines = new ArrayList<>();
                while (lines.size() < count) {
                    String line = caller.readLine();
                    if (line == null) {
                        return;
                    }
                    lines.add(0, line);
                }
                caller.send(String.join("\n", lines) + "\n");
            }
        };
    }

    private static Probe probe(String request, String reply) {
        return new Probe(request.getBytes(UTF_8), reply.getBytes(UTF_8));
    }

    private SharedPool sharedPool(FakeServer server, Dialogue dialogue) {
        return closing(
                new SharedPool(
                        new ServerTarget(
                                "fake",
                                server.endpoint(),
                                dialogue,
                                null,
                                32,
                                1000,
                                MAX_REPLY,
                                null),
                        surroundings,
                        age::get));
    }

    private static String ask(SharedPool pool, String line) throws ExchangeException {
        return new String(pool.exchange(request(line, 10_000)).payload(), UTF_8);
    }

    private static ExchangeException failure(SharedPool pool, String line, long millis) {
        return catchThrowableOfType(
                ExchangeException.class, () -> pool.exchange(request(line, millis)));
    }
}
