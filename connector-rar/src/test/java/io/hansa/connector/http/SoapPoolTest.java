package io.hansa.connector.http;

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
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.pool.Deadline;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The caller sends an element and gets one back, and needs not know that there is SOAP in between.
 */
@Timeout(30)
class SoapPoolTest extends HttpPoolFixture {

    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    @Test
    void soap11ActionIsHeader() throws Exception {
        HttpPool pool = soapPool(Version.V1_1, xml(200, "text/xml", Version.V1_1, "<r>1</r>"));
        ServerReply reply = ask(pool, "<q/>");
        assertThat(new String(reply.payload(), UTF_8)).isEqualTo("<r>1</r>");
        assertThat(reply.contentType()).isEqualTo("application/xml; charset=utf-8");
        assertThat(reply.fault()).isNull();
        assertThat(seen.get(0).headers())
                .containsEntry("Content-Type", "text/xml; charset=utf-8")
                .containsEntry("SOAPAction", "\"urn:do\"");
        assertThat(new String(seen.get(0).body(), UTF_8)).contains("Body><q></q></soap:Body");
    }

    @Test
    void soap12ActionIsInContentType() throws Exception {
        HttpPool pool =
                soapPool(Version.V1_2, xml(200, "application/soap+xml", Version.V1_2, "<r>1</r>"));
        assertThat(new String(ask(pool, "<q/>").payload(), UTF_8)).isEqualTo("<r>1</r>");
        assertThat(seen.get(0).headers())
                .containsEntry(
                        "Content-Type", "application/soap+xml; charset=utf-8; action=\"urn:do\"")
                .doesNotContainKey("SOAPAction");
    }

    @Test
    void soapFaultIsReportedAsFault() throws Exception {
        String fault =
                "<s:Fault><faultcode>s:Client</faultcode><faultstring>too dear</faultstring></s:Fault>";
        HttpPool pool = soapPool(Version.V1_1, xml(500, "text/xml", Version.V1_1, fault));
        ServerReply reply = ask(pool, "<q/>");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.fault()).isEqualTo("too dear");
    }

    @Test
    void errorWithoutEnvelopeIsPassedUnchanged() throws Exception {
        HttpPool pool =
                soapPool(
                        Version.V1_1,
                        "HTTP/1.1 503 Busy\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nbusy");
        ServerReply reply = ask(pool, "<q/>");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.fault()).isNull();
        assertThat(new String(reply.payload(), UTF_8)).isEqualTo("busy");
    }

    @Test
    void replyWithoutEnvelopeIsProtocolError() throws Exception {
        HttpPool pool = soapPool(Version.V1_1, xml(200, "text/xml", Version.V1_2, "<r/>"));
        ExchangeException failure = failure(pool, "<q/>");
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure.sent()).isTrue();
        assertThat(failure).hasMessageContaining("check the version");
    }

    @Test
    void invalidElementIsNotSent() throws Exception {
        ExchangeException failure = failure(soapPool(Version.V1_1, ""), "{\"a\":1}");
        assertThat(failure.kind()).isEqualTo(Kind.UNMAPPABLE);
        assertThat(failure.sent()).isFalse();
        assertThat(seen).isEmpty();
    }

    private HttpPool soapPool(Version version, String reply) throws Exception {
        FakeServer server = server(replies(seen, reply));
        URI endpoint = server.httpEndpoint();
        return pool(
                new ServerTarget(
                        "fake",
                        endpoint,
                        null,
                        null,
                        2,
                        1000,
                        MAX_REPLY,
                        null,
                        new Soap(version, "urn:do")));
    }

    private static ServerReply ask(HttpPool pool, String element) throws ExchangeException {
        return pool.exchange(
                new ServerRequest(
                        element.getBytes(UTF_8),
                        "application/xml",
                        Map.of("SOAPAction", "\"not this\""),
                        Deadline.inMillis(10_000).nanos()));
    }

    private static ExchangeException failure(HttpPool pool, String element) {
        return catchThrowableOfType(ExchangeException.class, () -> ask(pool, element));
    }

    private static String xml(int status, String type, Version version, String content) {
        String body =
                "<s:Envelope xmlns:s=\""
                        + version.namespace()
                        + "\"><s:Body>"
                        + content
                        + "</s:Body></s:Envelope>";
        return "HTTP/1.1 %d So\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, type, body.length(), body);
    }
}
