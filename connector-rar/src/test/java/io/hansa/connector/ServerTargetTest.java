package io.hansa.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTargetTest {

    private static final Framing LINES = new Delimiter(new byte[] {10});

    @ParameterizedTest
    @CsvSource({
        "tcp://127.0.0.1,        write tcp://host:port",
        "tcp://127.0.0.1:70000,  write tcp://host:port",
        "smtp://127.0.0.1:25,    use tcp, tls, http or https",
        "nowhere,                use tcp, tls, http or https",
        "http://127.0.0.1/,      leave it out",
        "https://a:b@127.0.0.1/, send an Authorization header",
    })
    void endpointsThatCannotBeAreRefusedWithARemedy(URI endpoint, String remedy) {
        assertThatThrownBy(() -> new ServerTarget("a", endpoint, LINES, null, 1, 1, 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(remedy);
    }

    @Test
    void tcpNeedsAFraming() {
        assertThatThrownBy(() -> tcp(null, 1, 1, 1)).hasMessageContaining("needs a framing");
    }

    @Test
    void limitsAreAtLeastOne() {
        assertThatThrownBy(() -> tcp(LINES, 0, 1, 1)).hasMessageContaining("maxConcurrent");
        assertThatThrownBy(() -> tcp(LINES, 1, 0, 1)).hasMessageContaining("connectTimeoutMillis");
        assertThatThrownBy(() -> tcp(LINES, 1, 1, 0)).hasMessageContaining("maxReplyBytes");
    }

    @Test
    void aRecordHasToFitTheReply() {
        assertThatThrownBy(() -> tcp(new Fixed(11, (byte) 0), 1, 1, 10))
                .hasMessageContaining("raise it");
    }

    @Test
    void targetsAreEqualByValue() {
        assertThat(tcp(new Delimiter(new byte[] {10}), 1, 1, 1))
                .isEqualTo(tcp(LINES, 1, 1, 1))
                .hasSameHashCodeAs(tcp(LINES, 1, 1, 1))
                .isNotEqualTo(tcp(new Delimiter(new byte[] {13}), 1, 1, 1));
        assertThat(prefix((byte) 1)).isEqualTo(prefix((byte) 1)).isNotEqualTo(prefix((byte) 2));
    }

    @Test
    void framingsDoNotShareTheirBytes() {
        byte[] bytes = {10};
        Delimiter delimiter = new Delimiter(bytes);
        bytes[0] = 0;
        delimiter.delimiter()[0] = 0;
        assertThat(delimiter.delimiter()).containsExactly(10);
    }

    @Test
    void businessDataStaysOutOfTheText() {
        byte[] secret = "secret".getBytes();
        Map<String, String> headers = Map.of("Authorization", "secret");
        assertThat(new ServerRequest(secret, "text/plain", headers, 0).toString())
                .isEqualTo("ServerRequest[6 bytes of text/plain]");
        assertThat(new ServerReply(200, "text/plain", headers, secret).toString())
                .isEqualTo("ServerReply[200, 6 bytes of text/plain]");
    }

    private static LengthPrefix prefix(byte header) {
        return new LengthPrefix(2, LengthEncoding.BCD, false, 0, new byte[] {header});
    }

    private static ServerTarget tcp(Framing framing, int concurrent, int connect, int reply) {
        return new ServerTarget(
                "a",
                URI.create("tcp://127.0.0.1:1"),
                framing,
                null,
                concurrent,
                connect,
                reply,
                null);
    }
}
