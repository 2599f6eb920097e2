package io.hansa.proxy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.failure.Failure;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFaultTest {
    private static final ServerTarget PRICING = ServerSamples.http("pricing-1").target();

    @Test
    void serversStatusAndBodyArePassedOn() {
        Failure failure = fault("text/plain", "no such book");

        assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_FAULT);
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure).hasMessage("Server pricing-1 answered with status 422.");
        assertThat(failure.extensions())
                .containsEntry("serverStatus", 422)
                .containsEntry("serverBody", "no such book");
    }

    @Test
    void soapFaultKeepsItsText() {
        byte[] xml = "<Fault/>".getBytes(StandardCharsets.UTF_8);
        ServerReply reply = new ServerReply(500, "application/xml", Map.of(), xml, xml, "too dear");

        Failure failure = ServerFault.of(PRICING, reply);

        assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_FAULT);
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure).hasMessage("Server pricing-1 answered with a fault: too dear");
        assertThat(failure.extensions()).containsEntry("serverStatus", 500);
    }

    @Test
    void jsonStaysJson() {
        assertThat(body("application/problem+json; charset=utf-8", "{\"why\":\"no\"}"))
                .isEqualTo(Json.createObjectBuilder().add("why", "no").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"why\":", "", "no json"})
    void whatOnlyClaimsToBeJsonIsText(String text) {
        assertThat(body("application/json", text)).isEqualTo(text);
    }

    @Test
    void jsonNestedTooDeeplyToReadIsText() {
        String deep = "[".repeat(5000) + "]".repeat(5000);

        assertThat(body("application/json", deep)).isEqualTo(deep);
    }

    @Test
    void theTextIsReadInItsCharset() {
        byte[] latin = "\u00fc".getBytes(StandardCharsets.ISO_8859_1);
        ServerReply reply =
                new ServerReply(500, "text/plain; Charset=\"ISO-8859-1\"", Map.of(), latin);

        assertThat(ServerFault.of(PRICING, reply).extensions())
                .containsEntry("serverBody", "\u00fc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=", "text/plain; charset=none such"})
    void aCharsetThatNobodyKnowsIsReadAsUtf8(String contentType) {
        assertThat(body(contentType, "\u00fc")).isEqualTo("\u00fc");
    }

    @Test
    void replyWithoutTypeIsReadAsText() {
        assertThat(body(null, "{}")).isEqualTo("{}");
    }

    @Test
    void aVeryLongBodyIsCutShort() {
        assertThat((String) body("application/json", "[" + "1,".repeat(50_000) + "1]"))
                .hasSize(64 << 10);
    }

    private static Object body(String contentType, String text) {
        return fault(contentType, text).extensions().get("serverBody");
    }

    private static Failure fault(String contentType, String text) {
        return ServerFault.of(PRICING, RecordingExchanges.reply(422, contentType, Map.of(), text));
    }
}
