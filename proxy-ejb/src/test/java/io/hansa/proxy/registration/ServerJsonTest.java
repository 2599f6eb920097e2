package io.hansa.proxy.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.ConnectionLimits;
import io.hansa.connector.Soap;
import io.hansa.proxy.assistance.AssistRules;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.Identify;
import jakarta.json.JsonObject;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerJsonTest {
    private static final String FRAMED =
            "{\"endpoint\":\"tcp://127.0.0.1:9001\",\"capabilities\":[\"trade.settle\"],"
                    + "\"framing\":{\"type\":\"length-prefix\"}%s}";

    @Test
    void fillsInWhatTheContractSays() {
        BusinessServer server = parse(FRAMED.formatted(""));
        assertThat(server.target().maxConcurrent()).isEqualTo(64);
        assertThat(server.target().connectTimeoutMillis()).isEqualTo(500);
        assertThat(server.target().limits().idleMillis())
                .isEqualTo(ConnectionLimits.ADAPTERS_IDLE_MILLIS);
        assertThat(ServerJson.print(server).isNull("idleMillis")).isTrue();
        assertThat(server.target().maxReplyBytes()).isEqualTo(16 << 20);
        assertThat(server.target().charset()).isNull();
        assertThat(server.loadThreshold()).isEqualTo(0.8);
        assertThat(server.weight()).isEqualTo(1);
        assertThat(server.timeoutMillis()).isEqualTo(2000);
        assertThat(server.assist()).isEqualTo(AssistRules.defaults(true));
        assertThat(server.enabled()).isTrue();
    }

    @Test
    void takesBackWhatItPrinted() {
        BusinessServer server =
                parse(
                        FRAMED.formatted(
                                """
                                ,"charset":"IBM1047","maxConcurrent":8,"loadThreshold":0.5,
                                "weight":3,"connectTimeoutMillis":100,"timeoutMillis":900,
                                "idleMillis":4500,"maxReplyBytes":4096,"enabled":false,"assist":[
                                {"jsonPointer":"/status","equals":"NEED_PRICE",
                                 "capability":"price.quote","data":"/basket"},
                                {"regex":"^E42\\\\|(?<data>.*)$","capability":"price.quote",
                                 "data":"${data}"},
                                {"offset":0,"equalsHex":"C5F4F2","capability":"price.quote",
                                 "data":"@all"}]"""));
        assertThat(server.target().charset()).isEqualTo(Charset.forName("IBM1047"));
        assertThat(server.target().limits().idleMillis()).isEqualTo(4500);
        String printed = ServerJson.print(server).toString();
        assertThat(ServerJson.print(parse(printed)).toString()).isEqualTo(printed);
    }

    @Test
    void takesAnHttpEndpointWithoutFraming() {
        BusinessServer server =
                parse("{\"endpoint\":\"http://localhost:9002/quote?v=1\",\"capabilities\":[]}");
        assertThat(server.target().framing()).isNull();
        assertThat(server.assist()).isEqualTo(AssistRules.defaults(false));
        assertThat(ServerJson.print(server).isNull("framing")).isTrue();
    }

    @Test
    void takesBackWhatPassesToAnHttpServer() {
        BusinessServer server =
                parse(
                        """
                        {"endpoint":"http://localhost:9002/","capabilities":[],"forwardPath":true,
                         "headers":{"request":["X-Tenant","-Prefer"],"reply":["Set-Cookie"]},
                         "identify":{"account":false}}""");

        assertThat(server.http().forwardPath()).isTrue();
        assertThat(server.http().headers().request()).containsExactly("X-Tenant", "-Prefer");
        assertThat(server.http().identify()).isEqualTo(new Identify(false, true, true, true));
        String printed = ServerJson.print(server).toString();
        assertThat(ServerJson.print(parse(printed)).toString()).isEqualTo(printed);
        JsonObject stored = (JsonObject) JsonText.read(HttpOptionsJson.stored(server.http()));
        assertThat(HttpOptionsJson.read(stored)).isEqualTo(server.http());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"headers\":{\"request\":[\"X-A\"]}",
                ",\"forwardPath\":true",
                ",\"identify\":{\"account\":false}"
            })
    void aFramedServerHasNoHeadersAndNoPath(String member) {
        String name = member.split("\"")[1];

        assertThatThrownBy(() -> parse(FRAMED.formatted(member)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(name)
                .hasMessageContaining("leave it out");
    }

    @Test
    void requiresAFramingWhereTheEndpointNeedsOne() {
        assertThatThrownBy(() -> parse("{\"endpoint\":\"tcp://a:1\",\"capabilities\":[\"x\"]}"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("framing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endpoint|tcp://127.0.0.1",
                "endpoint|tcp://127.0.0.1:0",
                "endpoint|tcp://127.0.0.1:65536",
                "endpoint|tcp://127.0.0.1:9001/path",
                "endpoint|tcp://user@127.0.0.1:9001",
                "endpoint|tcp://two_words:9001",
                "endpoint|udp://127.0.0.1:9001",
                "endpoint|127.0.0.1:9001",
                "endpoint|//127.0.0.1:9001",
                "endpoint|tcp://[::1:9001",
                "endpoint|http://a/#part",
                "charset|EBCDIC-XX",
                "charset|not a charset"
            })
    void refusesAnEndpointOrACharsetAndQuotesIt(String member, String value) {
        String json =
                "endpoint".equals(member)
                        ? FRAMED.formatted("").replace("tcp://127.0.0.1:9001", value)
                        : FRAMED.formatted(",\"charset\":\"" + value + "\"");
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(member + " of server is \"" + value + "\"; give ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"maxConcurrent\":0",
                ",\"loadThreshold\":-0.1",
                ",\"weight\":0",
                ",\"timeoutMillis\":\"2000\"",
                ",\"maxReplyBytes\":2147483648",
                ",\"idleMillis\":0",
                ",\"idleMillis\":3600001",
                ",\"soap\":{\"version\":\"1.1\"}",
                ",\"tls\":\"bank\"",
                ",\"tls\":\"../bank\"",
                ",\"assist\":{}",
                ",\"assist\":[{}]",
                ",\"assist\":[7]",
                ",\"assist\":[{\"regex\":\"(\",\"capability\":\"a\"}]",
                ",\"assist\":[{\"regex\":\"x\"}]",
                ",\"assist\":[{\"jsonPointer\":\"/a\",\"capability\":\"a\"}]",
                ",\"assist\":[{\"jsonPointer\":\"a\",\"equals\":1,\"capability\":\"a\"}]",
                ",\"assist\":[{\"equalsHex\":null,\"capability\":\"a\"}]",
                ",\"assist\":[{\"offset\":-1,\"equalsHex\":\"00\",\"capability\":\"a\"}]",
                ",\"assist\":[{\"prefix\":null}]"
            })
    void refusesWhatIsOutOfRangeOrNotUnderstood(String more) {
        assertThatThrownBy(() -> parse(FRAMED.formatted(more))).isInstanceOf(Failure.class);
    }

    @Test
    void takesBackTheSoapThatItPrinted() {
        BusinessServer server =
                parse(
                        """
                        {"endpoint":"http://127.0.0.1:9001/quote","capabilities":["price.quote"],
                         "soap":{"version":"1.2","action":"urn:quote"}}""");
        assertThat(server.target().soap()).isEqualTo(new Soap(Soap.Version.V1_2, "urn:quote"));
        assertThat(parse(ServerJson.print(server).toString())).isEqualTo(server);
    }

    @Test
    void missingTlsProfileIsNamedWithItsSettings() {
        assertThatThrownBy(() -> new TlsProfiles(key -> Optional.empty()).context("bank"))
                .hasMessageContaining("set hansa.tls.bank.keystore or hansa.tls.bank.truststore");
    }

    @Test
    void tlsProfileIsReadOnceAndHidesPassword(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("trust.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "for-tests-only".toCharArray());
        }
        Map<String, String> settings =
                Map.of(
                        "hansa.tls.bank.keystore",
                        file.toString(),
                        "hansa.tls.bank.keystore-password",
                        "for-tests-only",
                        "hansa.tls.wrong.keystore",
                        file.toString(),
                        "hansa.tls.wrong.keystore-password",
                        "guessed");
        TlsProfiles profiles = new TlsProfiles(key -> Optional.ofNullable(settings.get(key)));
        assertThat(profiles.context("bank")).isSameAs(profiles.context("bank"));
        assertThatThrownBy(() -> profiles.context("wrong"))
                .hasMessageContaining("hansa.tls.wrong.keystore-password")
                .hasMessageNotContaining("guessed");
    }

    private static BusinessServer parse(String json) {
        return ServerJson.parse("trade-1", JsonText.object(json));
    }
}
