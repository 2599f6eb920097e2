package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.Dialogue;
import io.hansa.connector.Iso8583;
import io.hansa.connector.Iso8583.Encoding;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A host that sends requests on the connection on which it gets them: each caller gets its own
 * reply.
 */
@Timeout(60)
class HostRequestsTest extends TcpPoolFixture {

    private static final String BITMAP = "0020000000000000";
    private static final String ECHO =
            "0800" + "80200000000000000400000000000000" + "000007" + "301";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void echoDuringAnExchangeIsAnswered() throws Exception {
        FakeServer server = server(caller -> askBetween(caller, ECHO, 1));
        SharedPool pool = sharedPool(server);
        assertThat(ask(pool, "000001")).isEqualTo("0210" + BITMAP + "000001");
        assertThat(heard.poll(10, TimeUnit.SECONDS))
                .isEqualTo("0810" + "80200000020000000400000000000000" + "000007" + "00" + "301");
        assertThat(ask(pool, "000002")).isEqualTo("0210" + BITMAP + "000002");
        assertThat(server.accepted()).isEqualTo(1);
        assertThat(pool.channels()).extracting(ChannelStatus::unasked).containsExactly(2L);
    }

    @Test
    void businessRequestOfHostIsCountedAndIgnored() throws Exception {
        FakeServer server = server(caller -> askBetween(caller, "0200" + BITMAP + "000001", 0));
        SharedPool pool = sharedPool(server);
        assertThat(ask(pool, "000001")).isEqualTo("0210" + BITMAP + "000001");
        assertThat(ask(pool, "000002")).isEqualTo("0210" + BITMAP + "000002");
        assertThat(server.accepted()).isEqualTo(1);
        assertThat(pool.channels()).extracting(ChannelStatus::unasked).containsExactly(2L);
        assertThat(heard).isEmpty();
    }

    /** Asks for something before each reply, and waits for so many answers to it. */
    private void askBetween(Caller caller, String question, int answers) throws IOException {
        String request = caller.readLine();
        while (request != null) {
            caller.send(question + "\n");
            for (int answer = 0; answer < answers; answer++) {
                heard.add(caller.readLine());
            }
            caller.send("0210" + request.substring(4) + "\n");
            request = caller.readLine();
        }
    }

    private SharedPool sharedPool(FakeServer server) {
        Dialogue dialogue = new Dialogue(LINES, new Iso8583(Encoding.ASCII, List.of(11)));
        return closing(
                new SharedPool(
                        new ServerTarget(
                                "host",
                                server.endpoint(),
                                dialogue,
                                null,
                                32,
                                1000,
                                MAX_REPLY,
                                null),
                        context,
                        age::get));
    }

    private static String ask(SharedPool pool, String trace) throws Exception {
        return new String(pool.exchange(request("0200" + BITMAP + trace, 10_000)).payload(), UTF_8);
    }
}
