package io.hansa.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyFailureSaysWhatTheContractAsksFor(ErrorCode code) {
        Problem problem = problem(Failure.of(code, Effect.UNKNOWN, "So it happened.", null));

        JsonObject body = problem.body();
        assertThat(problem.status()).isEqualTo(code.status());
        assertThat(body.getInt("status")).isEqualTo(code.status());
        assertThat(body.getString("type")).isEqualTo("urn:hansa:error:" + code.code());
        assertThat(body.getString("title")).isEqualTo(code.title());
        assertThat(body.getString("detail")).isEqualTo("So it happened.");
        assertThat(body.getString("code")).isEqualTo(code.code());
        assertThat(body.getString("traceId")).isEqualTo(TRACE);
        assertThat(body.getString("effect")).isEqualTo("UNKNOWN");
        assertThat(problem.headers())
                .containsEntry("Hansa-Trace-Id", TRACE)
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff");
    }

    @Test
    void extensionMembersKeepTheirTypes() {
        JsonValue fault = Json.createObjectBuilder().add("why", "no").build();
        Failure failure =
                Failure.of(ErrorCode.SERVER_FAULT, "fault")
                        .with("serverStatus", 422)
                        .with("serverBody", fault)
                        .with("reason", "words")
                        .with("list", List.of("a", 1L));

        JsonObject body = problem(failure).body();

        assertThat(body.getInt("serverStatus")).isEqualTo(422);
        assertThat(body.get("serverBody")).isEqualTo(fault);
        assertThat(body.getString("reason")).isEqualTo("words");
        assertThat(body.get("list")).hasToString("[\"a\",1]");
    }

    @Test
    void onlyUnauthenticatedRefusalAsksForCredentials() {
        assertThat(headers(Failure.of(ErrorCode.AUTHENTICATION_FAILED, "no")))
                .containsEntry(
                        "WWW-Authenticate", "Basic realm=\"hansa\", charset=\"UTF-8\", Bearer");
        assertThat(headers(Failure.of(ErrorCode.PERMISSION_DENIED, "no")))
                .doesNotContainKey("WWW-Authenticate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "X-Requested-With"})
    void aBrowserIsNotAskedForAPassword(String header) {
        Failure refusal = Failure.of(ErrorCode.AUTHENTICATION_FAILED, "no");

        assertThat(Problem.of(refusal, TRACE, name -> name.equals(header) ? "x" : null).headers())
                .containsEntry("WWW-Authenticate", "Bearer realm=\"hansa\"");
    }

    @Test
    void retryAfterOfAnyProxyIsAHeader() {
        Failure limited = Failure.of(ErrorCode.RATE_LIMITED, "later");

        assertThat(headers(limited.with("retryAfterSeconds", 7L)))
                .containsEntry("Retry-After", "7");
        assertThat(headers(limited.with("retryAfterSeconds", Json.createValue(7))))
                .containsEntry("Retry-After", "7");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"OVERLOADED", "SHED", "CIRCUIT_OPEN", "DRAINING"})
    void everyRefusalForNowHasRetryAfter(ErrorCode code) {
        assertThat(headers(Failure.of(code, "not now"))).containsEntry("Retry-After", "1");
    }

    @Test
    void loopsPathOfAnyProxyIsAHeader() {
        Failure loop = Failure.of(ErrorCode.LOOP_DETECTED, "round");

        assertThat(headers(loop.with("path", List.of("shop-a", "shop-b"))))
                .containsEntry("Hansa-Path", "shop-a,shop-b");
        assertThat(
                        headers(
                                loop.with(
                                        "path",
                                        Json.createArrayBuilder()
                                                .add("shop-a")
                                                .add("shop-b")
                                                .build())))
                .containsEntry("Hansa-Path", "shop-a,shop-b");
    }

    @Test
    void peersMembersAddNoHeader() {
        Failure failure =
                Failure.of(ErrorCode.LOOP_DETECTED, "round")
                        .with(
                                "path",
                                Json.createArrayBuilder().add("a\r\nSet-Cookie: b").add(1).build())
                        .with("retryAfterSeconds", Json.createValue("1\r\nSet-Cookie: b"));

        assertThat(headers(failure))
                .containsEntry("Hansa-Path", "a??Set-Cookie??b,1")
                .doesNotContainKey("Retry-After");
    }

    @Test
    void headersOfAPeersProblemAreBounded() {
        Failure failure =
                Failure.of(ErrorCode.RATE_LIMITED, "x")
                        .with(
                                "path",
                                Json.createArrayBuilder(Collections.nCopies(9999, "p".repeat(999)))
                                        .build())
                        .with("retryAfterSeconds", Json.createValue(new BigDecimal("-1e1000")));

        assertThat(headers(failure)).containsEntry("Retry-After", "60");
        assertThat(headers(failure).get("Hansa-Path")).hasSizeLessThan(64 * 101);
    }

    private static Map<String, String> headers(Failure failure) {
        return problem(failure).headers();
    }

    private static Problem problem(Failure failure) {
        return Problem.of(failure, TRACE, name -> null);
    }
}
