package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.pool.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels that died while they were idle. */
@Timeout(60)
class StaleChannelTest extends TcpPoolFixture {

    /** Answers one line, and closes without a word when the next one arrives. */
    private static final Manners ONE_LINE_EACH =
            caller -> {
                caller.send(caller.readLine() + "\n");
                caller.read(1);
            };

    @Test
    void repeatableRequestsDoNotFailHoweverOften() throws Exception {
        FakeServer server = server(ONE_LINE_EACH);
        TcpPool pool = pool(server);
        for (int turn = 0; turn < 50; turn++) {
            assertThat(askAgain(pool)).isEqualTo("again");
        }
        assertThat(server.accepted()).isEqualTo(50);
        assertThat(pool.openChannels()).isEqualTo(1);
    }

    @Test
    void onceRequestOnStaleChannelIsNotRepeated() throws Exception {
        FakeServer server = server(ONE_LINE_EACH);
        TcpPool pool = pool(server);
        ask(pool, "first");

        ExchangeException failure = failure(pool, "second", 10_000);

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.sent()).isTrue();
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aRefusedReplacementLeavesTheEffectUnknown() throws Exception {
        FakeServer server = server(ONE_LINE_EACH);
        TcpPool pool = pool(server);
        ask(pool, "first");
        server.refuse();

        assertThatThrownBy(() -> askAgain(pool))
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        failure -> {
                            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
                            assertThat(failure.sent()).isTrue();
                        });
        assertThat(pool.openChannels()).isZero();
    }

    @Test
    void onceRequestAvoidsLongIdleChannel() throws Exception {
        FakeServer server = server(Manners.echo());
        TcpPool pool = pool(server);
        ask(pool, "first");
        age.addAndGet(TimeUnit.SECONDS.toNanos(5));

        assertThat(askAgain(pool)).isEqualTo("again");
        assertThat(server.accepted()).isEqualTo(1);
        age.addAndGet(TimeUnit.SECONDS.toNanos(5));
        assertThat(ask(pool, "once")).isEqualTo("once");

        assertThat(server.accepted()).isEqualTo(2);
        assertThat(pool.openChannels()).isEqualTo(1);
    }

    @Test
    void aRefusedWriteIsSurelyNotSent() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            go.await();
                            caller.reset();
                        });
        Deadline deadline = Deadline.inMillis(10_000);
        Link link =
                Link.connect(
                        new InetSocketAddress("127.0.0.1", server.port()),
                        new Wires(target(server.endpoint(), LINES, null)),
                        deadline);
        try (TcpChannel channel = new TcpChannel(link)) {
            go.countDown();
            link.readiness().await(SelectionKey.OP_READ, deadline);
            FrameCodec codec = FrameCodec.of(LINES);
            ByteBuffer[] frame = codec.parts("x".getBytes(UTF_8));

            assertThatThrownBy(() -> channel.begin(frame, codec, codec.decoder(MAX_REPLY)))
                    .isInstanceOf(IOException.class);

            assertThat(channel.sent()).isFalse();
        }
    }
}
