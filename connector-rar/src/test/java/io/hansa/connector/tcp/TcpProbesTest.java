package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Probe;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sign-on and echo on connections that carry one exchange at a time. */
@Timeout(30)
class TcpProbesTest extends TcpPoolFixture {

    private static final Dialogue DIALOGUE =
            new Dialogue(LINES, null, probe("hello", "wel"), probe("alive?", "yes"), 1000);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void connectionSignsOnOnceAndEchoesAfterIdling() throws Exception {
        FakeServer server = server(answering("welcome", "yes"));
        TcpPool pool = pool(target(server.endpoint(), DIALOGUE, null));
        ask(pool, "one");
        ask(pool, "two");
        age.addAndGet(TimeUnit.MILLISECONDS.toNanos(1001));
        ask(pool, "three");
        assertThat(lines).containsExactly("hello", "one", "two", "alive?", "three");
    }

    @Test
    void connectionWithFailedEchoIsReplaced() throws Exception {
        FakeServer server = server(answering("welcome", "no"));
        TcpPool pool = pool(target(server.endpoint(), DIALOGUE, null));
        ask(pool, "one");
        age.addAndGet(TimeUnit.MILLISECONDS.toNanos(1001));
        assertThat(ask(pool, "two")).isEqualTo("two");
        assertThat(server.accepted()).isEqualTo(2);
        assertThat(lines).containsExactly("hello", "one", "alive?", "hello", "two");
    }

    @Test
    void withoutASignOnNothingIsSent() throws Exception {
        FakeServer server = server(answering("away", "yes"));
        TcpPool pool = pool(target(server.endpoint(), DIALOGUE, null));
        ExchangeException failure = failure(pool, "one", 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.sent()).isFalse();
        assertThat(pool.openChannels()).isZero();
        assertThat(lines).containsExactly("hello");
    }

    private Manners answering(String signOn, String echo) {
        return caller -> {
            String line = caller.readLine();
            while (line != null) {
                lines.add(line);
                String reply =
                        switch (line) {
                            case "hello" -> signOn;
                            case "alive?" -> echo;
                            default -> line;
                        };
                caller.send(reply + "\n");
                line = caller.readLine();
            }
        };
    }

    private static Probe probe(String request, String reply) {
        return new Probe(request.getBytes(UTF_8), reply.getBytes(UTF_8));
    }
}
