package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ByteRange;
import io.hansa.connector.ChannelStatus;
import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Probe;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.fakeserver.TestKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When a connection that many requests share is opened, kept, spared and given up. */
@Timeout(60)
class SharedPoolTest extends SharedPoolFixture {
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
                                context,
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

    private static Probe probe(String request, String reply) {
        return new Probe(request.getBytes(UTF_8), reply.getBytes(UTF_8));
    }
}
