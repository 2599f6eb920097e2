package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.RecordingExchanges;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerProblemTest {
    @Test
    void codeEffectWordsAndFurtherMembersAreRebuilt() {
        Failure failure =
                problem(
                        403,
                        """
                        {"type":"urn:x","title":"t","status":403,"detail":"No grant.","instance":"/x",
                         "code":"permission-denied","traceId":"1","effect":"NONE",
                         "reason":"No grant.","limits":{"a":[1]}}""");

        assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessage("No grant.");
        assertThat(failure.extensions()).containsOnlyKeys("reason", "limits");
        assertThat(((JsonString) failure.extensions().get("reason")).getString())
                .isEqualTo("No grant.");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = "AUTHENTICATION_FAILED",
            mode = EnumSource.Mode.EXCLUDE)
    void everyCodeOfPeersIsTheCodeHere(ErrorCode code) {
        assertThat(problem(code.status(), "{\"code\":\"" + code.code() + "\"}").code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"UNKNOWN\"", "\"none\"", "null", "1", "\"\""})
    void onlyTheWordNoneMeansThatNothingHappened(String effect) {
        assertThat(problem(503, "{\"code\":\"overloaded\",\"effect\":" + effect + "}").effect())
                .isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void refusalOfThisProxysTokenIsLinkFault() {
        Failure failure =
                problem(
                        401,
                        "{\"code\":\"authentication-failed\",\"effect\":\"NONE\",\"detail\":\"No peer.\"}");

        assertThat(failure.code()).isEqualTo(ErrorCode.PEER_UNREACHABLE);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessage("Peer shop-b does not let this proxy in: No peer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "\"x\"",
                "{}",
                "{\"code\":\"of-the-future\"}",
                "{\"code\":1}"
            })
    void whatIsNoProblemOfAProxyClaimsNothingAboutItsEffect(String body) {
        Failure failure = problem(502, body);

        assertThat(failure.code()).isEqualTo(ErrorCode.PEER_UNREACHABLE);
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure)
                .hasMessage(
                        "Peer shop-b answered with status 502 and no problem document of a proxy; check its url.");
    }

    @Test
    void aDocumentNestedTooDeeplyIsNoProblem() {
        String deep = "[".repeat(5000) + "]".repeat(5000);

        assertThat(problem(403, "{\"code\":\"permission-denied\",\"x\":" + deep + "}").code())
                .isEqualTo(ErrorCode.PEER_UNREACHABLE);
    }

    @Test
    void firstMembersArePassedOnInLinearTime() {
        StringBuilder members = new StringBuilder();
        for (int number = 0; number < 10_000; number++) {
            members.append(",\"member%d\":%d".formatted(number, number));
        }
        Failure failure =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> problem(403, "{\"code\":\"permission-denied\"" + members + "}"));

        assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(failure.extensions()).hasSize(64);
    }

    @Test
    void longNamesValuesAndWordsAreDropped() {
        Failure failure =
                problem(
                        403,
                        "{\"code\":\"permission-denied\",\"detail\":\"%s\",\"%s\":1,\"a\":1,\"b\":\"%s\"}"
                                .formatted("d".repeat(3000), "n".repeat(101), "v".repeat(100_000)));

        assertThat(failure.getMessage()).hasSize(2001);
        assertThat(failure.extensions()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource({
        "400,REQUEST_INVALID",
        "413,BODY_TOO_LARGE",
        "414,REQUEST_INVALID",
        "415,MEDIA_TYPE_UNSUPPORTED",
        "431,REQUEST_INVALID"
    })
    void aRefusalOfThisRequestWithoutADocumentIsTheRequestsOwnFault(int status, ErrorCode code) {
        Failure failure = problem(status, "<html>Bad Request</html>");

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure.extensions()).containsEntry("peerStatus", status);
    }

    @Test
    void aVeryLongDocumentIsNotRead() {
        String padding = " ".repeat(256 << 10);

        assertThat(problem(403, "{\"code\":\"permission-denied\"}" + padding).code())
                .isEqualTo(ErrorCode.PEER_UNREACHABLE);
    }

    @Test
    void theWayOfALoopIsPassedOn() {
        Failure failure =
                problem(508, "{\"code\":\"loop-detected\",\"path\":[\"shop-a\",\"shop-b\"]}");

        assertThat(failure.extensions())
                .containsEntry(
                        "path", Json.createArrayBuilder().add("shop-a").add("shop-b").build());
    }

    private static Failure problem(int status, String body) {
        return PeerProblem.failure(
                "shop-b",
                RecordingExchanges.reply(status, "application/problem+json", Map.of(), body));
    }
}
