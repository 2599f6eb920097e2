package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.SlowCaller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers without an account that announce a body, to any address, and do not send it. */
interface UnsentBodiesView extends SeenProxy {
    /** Far more than a container's workers. */
    int OWING = 64;

    /** As many as are waited for: a quarter of {@code hansa.callers.max-waiting}. */
    int WAITED_FOR = 1024;

    /** Less than any of them is waited for, so that they are all there still. */
    Duration PROMPTLY = Duration.ofSeconds(4);

    String FORM = "Content-Type: application/x-www-form-urlencoded";
    String JSON = "Content-Type: application/json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/token",
                "PUT /api/v1/admin/accounts/nobody",
                "POST /api/v1/admin/permissions",
                "GET /api/v1/admin/accounts",
                "DELETE /api/v1/admin/accounts/nobody",
                "GET /api/v1/capabilities",
                "GET /health",
                "POST /health/ready",
                "GET /metrics",
                "GET /.well-known/jwks.json",
                "POST /nothing/here",
                "POST /nothing.jsp",
                "OPTIONS /",
                "POST /api/v1/services",
                "GET /api/v1/services/single.owed"
            })
    default void callersWhoOweDataKeepNoWorkerFromTheOthers(String request) throws Exception {
        for (String announced : List.of("Content-Length: 100", "Transfer-Encoding: chunked")) {
            List<SlowCaller> owing = new ArrayList<>();
            try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                    Offer offer = proxy().offer("single.owed", server)) {
                offer.permit("account:admin");
                for (int i = 0; i < OWING; i++) {
                    owing.add(SlowCaller.of(proxy(), request, type(request), announced));
                }
                long began = System.nanoTime();
                Credentials token = Credentials.bearer(proxy().token(admin()));
                proxy().call("single.owed").as(token).text("swift").send().ok();
                proxy().administration().get("/accounts").ok();
                proxy().get("/health/live").ok();

                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .as(announced)
                        .isLessThan(PROMPTLY);
            } finally {
                for (SlowCaller caller : owing) {
                    caller.close();
                }
            }
        }
    }

    private static String type(String request) {
        return request.endsWith("/token") ? FORM : JSON;
    }

    @Test
    default void slowBodyIsRefusedAtItsDeadline() throws Exception {
        try (SlowCaller caller =
                SlowCaller.of(proxy(), "POST /api/v1/token", FORM, "Content-Length: 1000")) {
            for (int sent = 0; !caller.answered(); sent++) {
                assertThat(sent).as("bytes, one each half second").isLessThan(30);
                caller.send((byte) 'g');
            }
            assertThat(caller.status()).isEqualTo(504);
            assertThat(caller.upTo("\"effect\":\"NONE\""))
                    .contains("\"code\":\"deadline-exceeded\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /health", "HEAD /metrics", "DELETE /api/v1/admin/accounts/nobody"})
    default void methodsWithoutDataAreRefusedWithIt(String request) throws Exception {
        for (String announced : List.of("Content-Length: 100", "Transfer-Encoding: chunked")) {
            try (SlowCaller caller = SlowCaller.of(proxy(), request, announced)) {
                assertThat(caller.status()).as(announced).isEqualTo(400);
                if (!request.startsWith("HEAD")) {
                    assertThat(caller.upTo("}")).contains("\"code\":\"request-invalid\"");
                }
            }
        }
    }

    @Test
    default void tooLongAnnouncedBodyIsRefusedBeforeSending() throws Exception {
        try (SlowCaller caller =
                SlowCaller.of(
                        proxy(),
                        "PUT /api/v1/admin/accounts/nobody",
                        JSON,
                        "Content-Length: 2000000")) {
            assertThat(caller.status()).isEqualTo(413);
        }
    }

    @Test
    default void refusedCallerWithUnsentBodyHoldsNoPlace() throws Exception {
        List<SlowCaller> owing = new ArrayList<>();
        try {
            for (int i = 0; i < OWING; i++) {
                owing.add(SlowCaller.of(proxy(), "POST /nothing/here", "Content-Length: 2000000"));
            }
            for (SlowCaller caller : owing) {
                assertThat(caller.status()).isEqualTo(413);
            }

            assertThat(metric("hansa_strangers_waiting")).isGreaterThanOrEqualTo(OWING);
        } finally {
            for (SlowCaller caller : owing) {
                caller.close();
            }
        }
        awaitMetric("hansa_strangers_waiting", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29\r\ngrant_type=client_credentials&scope=later\r\n0\r\n\r\n",
                "5\r\ngrant\r\n18\r\n_type=client_credentials\r\n0\r\n\r\n"
            })
    default void dataInPiecesIsTakenAndTheConnectionIsKept(String pieces) throws Exception {
        try (SlowCaller caller =
                SlowCaller.of(
                        proxy(),
                        "POST /api/v1/token",
                        FORM,
                        "Authorization: " + admin().header(),
                        "Transfer-Encoding: chunked")) {
            for (byte one : pieces.getBytes(StandardCharsets.US_ASCII)) {
                caller.send(one);
            }
            String next = "GET /health/live HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";
            caller.send(next.getBytes(StandardCharsets.US_ASCII));

            assertThat(caller.status()).isEqualTo(200);
            assertThat(caller.rest()).contains("access_token").contains("\"status\":\"UP\"");
        }
    }

    @Test
    default void callerThatExpects100IsContinued() throws Exception {
        String data = "grant_type=client_credentials";
        try (SlowCaller caller =
                SlowCaller.of(
                        proxy(),
                        "POST /api/v1/token",
                        FORM,
                        "Authorization: " + admin().header(),
                        "Expect: 100-continue",
                        "Connection: close",
                        "Content-Length: " + data.length())) {
            assertThat(caller.status()).isEqualTo(100);
            caller.send(data.getBytes(StandardCharsets.US_ASCII));

            assertThat(caller.rest()).contains("HTTP/1.1 200").contains("access_token");
        }
    }

    /**
     * Where a container looks whether data is there it asks for it, and has to wait for what it has
     * asked for.
     */
    @Test
    default void refusedCallerAfter100HoldsNoWorker() throws Exception {
        List<SlowCaller> owing = new ArrayList<>();
        try {
            for (int i = 0; i < WAITED_FOR; i++) {
                owing.add(SlowCaller.of(proxy(), "POST /nothing/here", "Content-Length: 100"));
            }
            for (int i = 0; i < OWING; i++) {
                owing.add(
                        SlowCaller.of(
                                proxy(),
                                "POST /nothing/here",
                                "Expect: 100-continue",
                                "Content-Length: 100"));
            }
            long began = System.nanoTime();
            proxy().get("/health/live").ok();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMPTLY);
        } finally {
            for (SlowCaller caller : owing) {
                caller.close();
            }
        }
    }

    /** HttpServlet says 501 to a method that it does not know, and 405 to one that it does. */
    @ParameterizedTest
    @ValueSource(strings = {"PATCH /health", "POST /api/v1/admin/accounts/nobody", "BREW /metrics"})
    default void aMethodThatAnAddressDoesNotHaveIsToldSoWithDataAndWithout(String request)
            throws Exception {
        for (String announced : List.of("Content-Length: 0", "Transfer-Encoding: chunked")) {
            try (SlowCaller caller =
                    SlowCaller.of(
                            proxy(),
                            request,
                            "Authorization: " + admin().header(),
                            "Connection: close",
                            announced)) {
                if (announced.endsWith("chunked")) {
                    caller.send("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }

                assertThat(caller.status()).as(announced).isEqualTo(405);
                assertThat(caller.rest())
                        .contains("\"code\":\"method-not-allowed\"")
                        .contains("\"effect\":\"NONE\"");
            }
        }
    }
}
