package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.RawCaller;
import io.hansa.it.system.SlowCaller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP layer refuses is told like every other failure, with the status that HTTP has. */
interface RefusalsView extends SeenProxy {
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/services/x, 'POST, OPTIONS'",
        "DELETE, /api/v1/services/x, 'POST, OPTIONS'",
        "POST, /health/live, 'GET, HEAD, OPTIONS'",
        "DELETE, /metrics, 'GET, HEAD, OPTIONS'",
        "PATCH, /.well-known/jwks.json, 'GET, HEAD, OPTIONS'"
    })
    default void anotherMethodIsToldThoseThatAreAllowed(String method, String path, String allow)
            throws IOException {
        assertThat(answer(method + " " + path, ""))
                .startsWith("HTTP/1.1 405 ")
                .contains("\"code\":\"method-not-allowed\"")
                .contains("\r\nAllow: " + allow + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/token", "DELETE /api/v1/admin/accounts"})
    default void anotherMethodOfAResourceIsToldThoseThatAreAllowed(String request)
            throws IOException {
        assertThat(answer(request, authorization() + "\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("\"code\":\"method-not-allowed\"")
                .contains("\r\nAllow: ");
    }

    @Test
    default void optionsNamesTheMethods() throws IOException {
        assertThat(answer("OPTIONS /api/v1/services/x", ""))
                .startsWith("HTTP/1.1 200 ")
                .contains("\r\nAllow: POST, OPTIONS\r\n");
        assertThat(answer("OPTIONS /health/live", ""))
                .startsWith("HTTP/1.1 200 ")
                .contains("\r\nAllow: GET, HEAD, OPTIONS\r\n");
    }

    @ParameterizedTest
    @CsvSource({"/health/live, 200", "/api/v1/services/x, 405", "/nothing, 404", "/metrics, 200"})
    default void headHasNoBody(String path, int status) throws IOException {
        String request = "HEAD " + path + " HTTP/1.1\r\nHost: here\r\n\r\n";
        try (RawCaller caller = new RawCaller(proxy()).send(request + MalformedHttpView.NEXT)) {
            assertThat(caller.untilClosed())
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsPattern("(?s)^HTTP/1\\.1[^{#]*?\r\n\r\nHTTP/1\\.1 200 .*\"UP\"");
        }
    }

    @Test
    default void unacceptableTypeIsNotAcceptable() throws IOException {
        assertThat(
                        answer(
                                "GET /api/v1/admin/accounts",
                                "Accept: image/png\r\n" + authorization() + "\r\n"))
                .startsWith("HTTP/1.1 406 ")
                .contains("\"code\":\"not-acceptable\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {60_000_000, 70_000_000, 5_000_000_000L})
    default void anAnnouncedLengthBeyondTheLimitIsTooLarge(long length) throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.long", server)) {
            offer.permit("account:admin");
            for (String path : List.of("token", "services/" + offer.capability())) {
                try (SlowCaller caller =
                        SlowCaller.of(
                                proxy(),
                                "POST /api/v1/" + path,
                                authorization(),
                                "Content-Length: " + length)) {
                    assertThat(caller.status()).as(path).isEqualTo(413);
                    assertThat(caller.upTo("}")).contains("\"code\":\"body-too-large\"");
                }
            }
        }
    }

    /** A refused body is waited for six seconds at most, and two more on Payara. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expect: 100-continue\r\nContent-Length: 100",
                "Expect: 100-continue\r\nContent-Length: 60000000",
                "Expect: 100-continue\r\nTransfer-Encoding: chunked",
                "Content-Length: 100",
                "Content-Length: 2000000",
                "Transfer-Encoding: chunked"
            })
    default void aRefusedCallerWhoSendsNoBodyIsDisconnected(String announced) throws IOException {
        String head = "POST /api/v1/services/x HTTP/1.1\r\nHost: here\r\n" + announced;
        try (RawCaller caller = new RawCaller(proxy()).send(head + "\r\n\r\n")) {
            assertThat(caller.untilClosed()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    default void anUnknownExpectationFails() throws IOException {
        for (String request : new String[] {"GET /health/live", "POST /api/v1/services/x"}) {
            assertThat(answer(request, "Expect: miracles\r\n"))
                    .as(request)
                    .startsWith("HTTP/1.1 417 ")
                    .contains("\"code\":\"expectation-failed\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/services/x, Basic eDp5, 10, 401",
        "/api/v1/services/single.unknown, '', 10, 404",
        "/api/v1/token, '', 60000000, 413",
        "/api/v1/token, Basic eDp5, 5000000000, 401",
        "/api/v1/token, Basic eDp5, 10, 401"
    })
    default void aRefusalKnownFromTheHeadComesBeforeTheBodyIsAskedFor(
            String path, String shown, long length, int status) throws Exception {
        assertThat(
                        status(
                                "POST " + path,
                                shown.isEmpty() ? admin().header() : shown,
                                "Expect: 100-continue",
                                "Content-Length: " + length))
                .isEqualTo(status);
    }

    /** Here with a raw socket: the client of JDK 17 waits forever where no 100 comes. */
    @Test
    default void serviceRefusesLengthBeforeAskingForBody() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.asking", server)) {
            offer.permit("account:admin");
            String service = "POST /api/v1/services/" + offer.capability();
            assertThat(
                            status(
                                    service,
                                    admin().header(),
                                    "Expect: 100-continue",
                                    "Content-Length: 60000000"))
                    .isEqualTo(413);
            assertThat(server.requests()).isZero();
        }
    }

    /** The first that comes, which may be 100. */
    private int status(String request, String credentials, String... more) throws Exception {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.add("Authorization: " + credentials);
        headers.add("Content-Type: application/x-www-form-urlencoded");
        try (SlowCaller caller = SlowCaller.of(proxy(), request, headers.toArray(String[]::new))) {
            return caller.status();
        }
    }

    private String authorization() {
        return "Authorization: " + admin().header();
    }

    private String answer(String request, String headers) throws IOException {
        String head = request + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n" + headers;
        try (RawCaller caller = new RawCaller(proxy()).send(head + "\r\n")) {
            return caller.untilClosed();
        }
    }
}
