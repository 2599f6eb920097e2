package io.hansa.connector.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.Soap;
import io.hansa.connector.Soap.Version;
import io.hansa.connector.pool.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CodedRepliesTest extends HttpPoolFixture {

    private static final Charset EBCDIC = Charset.forName("IBM037");

    @Test
    void aCodedReplyPassesAsItIs() throws Exception {
        byte[] coded = gzip("plain".getBytes(UTF_8));

        ServerReply reply = reply(null, null, "text/plain", "gzip", coded);

        assertThat(reply.payload()).isEqualTo(coded);
        assertThat(reply.headers()).containsEntry("content-encoding", "gzip");
    }

    @Test
    void aCharsetLooksInsideACodedReply() throws Exception {
        ServerReply reply =
                reply(EBCDIC, null, "text/plain", "gzip", gzip("Grüße".getBytes(EBCDIC)));

        assertThat(new String(reply.payload(), UTF_8)).isEqualTo("Grüße");
        assertThat(reply.wire()).isEqualTo("Grüße".getBytes(EBCDIC));
        assertThat(reply.headers()).doesNotContainKeys("content-encoding", "content-digest");
    }

    @Test
    void codedBytesOfCharsetServerStayCoded() throws Exception {
        byte[] coded = gzip(new byte[] {0, 1});

        ServerReply reply = reply(EBCDIC, null, "image/png", "gzip", coded);

        assertThat(reply.payload()).isEqualTo(coded);
        assertThat(reply.headers()).containsKeys("content-encoding", "content-digest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip"})
    void whatCannotBeReadIsAProtocolError(String coding) {
        ExchangeException failure =
                catchThrowableOfType(
                        ExchangeException.class,
                        () -> reply(EBCDIC, null, "text/plain", coding, new byte[] {1, 2, 3}));

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure.sent()).isTrue();
        assertThat(failure).hasMessageContaining("content coding");
    }

    @Test
    void soapLooksInsideACodedReplyInUtf16() throws Exception {
        String envelope =
                "\uFEFF<?xml version='1.0' encoding='UTF-16'?><s:Envelope xmlns:s='%s'><s:Body><r>价</r></s:Body></s:Envelope>"
                        .formatted(Version.V1_1.namespace());

        ServerReply reply =
                reply(
                        null,
                        new Soap(Version.V1_1, ""),
                        "text/xml",
                        "gzip",
                        gzip(envelope.getBytes(UTF_16LE)));

        assertThat(new String(reply.payload(), UTF_8)).contains("<r>价</r>");
        assertThat(reply.headers()).doesNotContainKeys("content-encoding", "content-digest");
    }

    @Test
    void aPartIsNoTextForACharset() {
        ExchangeException failure =
                catchThrowableOfType(
                        ExchangeException.class,
                        () -> reply(206, EBCDIC, null, "text/plain", "identity", new byte[] {1}));

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure).hasMessageContaining("206");
    }

    @Test
    void aPartPassesWhereNothingReadsIt() throws Exception {
        ServerReply reply = reply(206, null, null, "text/plain", "identity", new byte[] {1});

        assertThat(reply.status()).isEqualTo(206);
        assertThat(reply.payload()).containsExactly(1);
    }

    private ServerReply reply(Charset charset, Soap soap, String type, String coding, byte[] body)
            throws Exception {
        return reply(200, charset, soap, type, coding, body);
    }

    private ServerReply reply(
            int status, Charset charset, Soap soap, String type, String coding, byte[] body)
            throws Exception {
        String head =
                "HTTP/1.1 %d OK\r\nContent-Type: %s\r\nContent-Encoding: %s\r\nContent-Digest: sha-256=:AA==:\r\nContent-Length: %d\r\n\r\n"
                        .formatted(status, type, coding, body.length);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(ISO_8859_1));
        whole.writeBytes(body);
        return pool(new ServerTarget(
                        "fake",
                        server(
                                        caller -> {
                                            Seen.by(caller);
                                            caller.send(whole.toByteArray());
                                        })
                                .httpEndpoint(),
                        null,
                        charset,
                        2,
                        1000,
                        MAX_REPLY,
                        null,
                        soap))
                .exchange(soap == null ? request(10_000) : xml());
    }

    private static ServerRequest xml() {
        return new ServerRequest(
                "<q/>".getBytes(UTF_8),
                "application/xml",
                Map.of(),
                Deadline.inMillis(10_000).nanos());
    }

    private static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream coding = new GZIPOutputStream(coded)) {
            coding.write(data);
        }
        return coded.toByteArray();
    }
}
