package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Fixed;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Text in the server's charset. */
@Timeout(30)
class TcpTextTest extends TcpPoolFixture {

    @Test
    void textIsSentInTheServersCharset() throws Exception {
        Charset ebcdic = Charset.forName("IBM037");
        FakeServer server =
                server(
                        caller -> {
                            String received = new String(caller.read(8), ebcdic);
                            caller.send((received.trim() + "!").getBytes(ebcdic));
                            caller.send(new byte[] {0x40, 0x40, 0x40});
                            caller.readToEnd();
                        });
        TcpPool pool = pool(target(server.endpoint(), new Fixed(8, (byte) 0x40), ebcdic));

        assertThat(ask(pool, "Käse")).isEqualTo("Käse!   ");
    }

    @Test
    void unencodableTextIsNotSent() throws Exception {
        FakeServer server = server(Manners.echo());
        TcpPool pool = pool(target(server.endpoint(), LINES, US_ASCII));

        ExchangeException failure = failure(pool, "Käse", 5000);

        assertThat(failure.kind()).isEqualTo(Kind.UNMAPPABLE);
        assertThat(failure.sent()).isFalse();
        assertThat(server.accepted()).isZero();
    }

    @Test
    void undecodableReplyClosesItsChannel() throws Exception {
        FakeServer server = server(Manners.answerOnce("\u00e4\n"));
        TcpPool pool = pool(target(server.endpoint(), LINES, US_ASCII));

        ExchangeException failure = failure(pool, "x", 5000);

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure.sent()).isTrue();
        assertThat(pool.openChannels()).isZero();
    }
}
