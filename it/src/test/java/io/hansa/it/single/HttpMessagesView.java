package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.HttpServerSystem;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Problem;
import io.hansa.it.system.RawCaller;
import io.hansa.it.system.Reply;
import io.hansa.it.system.ServiceCall;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What goes in comes out: headers, statuses, path, codings and charsets of an HTTP server. */
interface HttpMessagesView extends SeenProxy {
    String HTTP = "single.http.messages";

    @Test
    default void headersPassBothWays() throws Exception {
        with(
                options("{\"request\":[\"X-Tenant\"],\"reply\":[\"X-Order-Id\",\"Set-Cookie\"]}"),
                server -> {
                    server.answers(
                            200,
                            Map.of(
                                    "ETag",
                                    List.of("\"v1\""),
                                    "Content-Language",
                                    List.of("zh-CN"),
                                    "X-Order-Id",
                                    List.of("17"),
                                    "X-Other",
                                    List.of("no"),
                                    "Set-Cookie",
                                    List.of("a=1; Path=/", "b=2"),
                                    "Hansa-Server",
                                    List.of("evil")),
                            "ok".getBytes(StandardCharsets.UTF_8));

                    Reply reply =
                            call().header("Accept-Language", "zh-CN, en;q=0.5")
                                    .header("If-Match", "\"v6\"")
                                    .header("X-Tenant", "7")
                                    .header("Cookie", "sid=1")
                                    .header("Idempotency-Key", "messages-" + System.nanoTime())
                                    .send()
                                    .ok();

                    assertThat(server.header("Accept-Language")).isEqualTo("zh-CN, en;q=0.5");
                    assertThat(server.header("If-Match")).isEqualTo("\"v6\"");
                    assertThat(server.header("X-Tenant")).isEqualTo("7");
                    assertThat(server.header("Hansa-Account")).isEqualTo("admin");
                    assertThat(server.header("Hansa-Timeout-Ms")).matches("[0-9]+");
                    assertThat(server.header("Idempotency-Key")).startsWith("messages-");
                    assertThat(server.header("Cookie")).isNull();
                    assertThat(server.header("Authorization")).isNull();
                    assertThat(reply.header("ETag")).isEqualTo("\"v1\"");
                    assertThat(reply.header("Content-Language")).isEqualTo("zh-CN");
                    assertThat(reply.header("X-Order-Id")).isEqualTo("17");
                    assertThat(reply.header("X-Other")).isEmpty();
                    assertThat(reply.response().headers().allValues("Set-Cookie"))
                            .containsExactlyInAnyOrder("a=1; Path=/", "b=2");
                    assertThat(reply.header("Hansa-Server")).doesNotContain("evil");
                });
    }

    @Test
    default void headersNamedByAnyConnectionHeaderStay() throws Exception {
        with(
                Json.createObjectBuilder(),
                server -> {
                    server.answers(
                            200,
                            Map.of(
                                    "Connection", List.of("keep-alive", "ETag"),
                                    "ETag", List.of("\"v1\""),
                                    "Link", List.of("</next>")),
                            new byte[] {'x'});
                    String head =
                            "POST /api/v1/services/%s HTTP/1.1\r\nHost: here\r\nAuthorization: %s\r\n"
                                    + "Connection: close\r\nConnection: If-Match, prefer\r\n"
                                    + "If-Match: \"v6\"\r\nPrefer: wait=1\r\nX-Request-Id: r1\r\n"
                                    + "Content-Length: 1\r\n\r\nx";
                    try (RawCaller caller = new RawCaller(proxy())) {
                        caller.send(head.formatted(HTTP, admin().header()));
                        assertThat(caller.untilClosed())
                                .startsWith("HTTP/1.1 200 ")
                                .contains("</next>")
                                .doesNotContain("\"v1\"");
                    }
                    assertThat(server.header("X-Request-Id")).isEqualTo("r1");
                    assertThat(server.header("If-Match")).isNull();
                    assertThat(server.header("Prefer")).isNull();
                });
    }

    @Test
    default void anOfferToUpgradeIsIgnored() throws Exception {
        with(
                Json.createObjectBuilder(),
                server -> {
                    server.answers(200, Map.of(), "done".getBytes(StandardCharsets.UTF_8));
                    String offer = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n";
                    try (RawCaller caller = new RawCaller(proxy())) {
                        caller.send(head(offer, 300_000) + "x".repeat(300_000));
                        caller.send(head("Connection: close, Upgrade\r\n", 1) + "y");

                        assertThat(caller.untilClosed().split("HTTP/1\\.1 200 ", -1)).hasSize(3);
                    }
                    assertThat(server.requests()).isEqualTo(2);
                });
    }

    private String head(String fields, int length) {
        return "POST /api/v1/services/%s HTTP/1.1\r\nHost: here\r\nAuthorization: %s\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(HTTP, admin().header(), fields, length);
    }

    @Test
    default void aServersResultKeepsItsStatus() throws Exception {
        with(
                Json.createObjectBuilder(),
                server -> {
                    for (int status : new int[] {200, 201, 202, 203, 206, 207}) {
                        server.answers(status, Map.of(), new byte[] {'x'});
                        assertThat(call().send().status(status).text()).isEqualTo("x");
                    }
                    for (int status : new int[] {204, 304}) {
                        server.answers(status, Map.of("ETag", List.of("\"v2\"")), new byte[0]);
                        Reply reply = call().send().status(status);
                        assertThat(reply.bytes()).isEmpty();
                        assertThat(reply.header("ETag")).isEqualTo("\"v2\"");
                    }
                });
    }

    @Test
    default void aRepeatGetsStatusAndHeadersAgain() throws Exception {
        with(
                Json.createObjectBuilder(),
                server -> {
                    server.answers(201, Map.of("Location", List.of("/o/1")), new byte[] {'x'});
                    String key = "again-" + System.nanoTime();
                    for (int times = 0; times < 2; times++) {
                        Reply reply = call().header("Idempotency-Key", key).send().status(201);
                        assertThat(reply.header("Location")).isEqualTo("/o/1");
                    }
                    assertThat(server.requests()).isEqualTo(1);
                });
    }

    @Test
    default void aBusyServersRetryAfterReachesTheCaller() throws Exception {
        with(
                Json.createObjectBuilder(),
                server -> {
                    for (int status : new int[] {429, 503, 302}) {
                        server.answers(
                                status, Map.of("Retry-After", List.of("30")), new byte[] {'x'});
                        for (int times = 0; times < 30; times++) {
                            Reply reply = call().send();
                            Problem problem = reply.problem(502, "server-fault");
                            assertThat(problem.json().getInt("serverStatus")).isEqualTo(status);
                            assertThat(reply.header("Retry-After")).isEqualTo("30");
                        }
                    }
                });
    }

    @Test
    default void pathAndQueryPassWhereTheServerAllows() throws Exception {
        with(
                Json.createObjectBuilder().add("forwardPath", true),
                server -> {
                    server.answers(200, Map.of(), new byte[] {'x'});
                    below("/orders/17?currency=CNY").send().ok();
                    assertThat(server.uri()).isEqualTo("/process/orders/17?currency=CNY");
                    below("?currency=CNY").send().ok();
                    assertThat(server.uri()).isEqualTo("/process?currency=CNY");
                });
        with(
                Json.createObjectBuilder(),
                server -> {
                    below("/orders/17").send().problem(404, "not-found");
                    below("?currency=CNY").send().problem(400, "request-invalid");
                    assertThat(server.requests()).isZero();
                });
    }

    @Test
    default void contentCodingsPassAndAreDecodedForRules() throws Exception {
        byte[] plain = "Gr\u00fc\u00dfe".getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> coded =
                Map.of(
                        "Content-Encoding",
                        List.of("gzip"),
                        "Content-Type",
                        List.of("text/plain; charset=UTF-8"));
        with(
                Json.createObjectBuilder(),
                server -> {
                    server.answers(200, coded, gzip(plain));
                    Reply reply = call().header("Content-Encoding", "gzip").send().ok();
                    assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
                    assertThat(reply.bytes()).isEqualTo(gzip(plain));
                    assertThat(server.header("Content-Encoding")).isEqualTo("gzip");
                });
        with(
                Json.createObjectBuilder().add("charset", "IBM037"),
                server -> {
                    server.answers(200, coded, gzip(plain));
                    Reply reply = call().send().ok();
                    assertThat(reply.header("Content-Encoding")).isEmpty();
                    assertThat(reply.bytes()).isEqualTo(plain);
                    server.answers(200, coded, plain);
                    call().send().problem(502, "server-protocol-error");
                });
    }

    @Test
    default void aStatedCharsetIsHonoured() throws Exception {
        with(
                Json.createObjectBuilder().add("charset", "GB18030"),
                server -> {
                    server.answers(200, Map.of(), new byte[0]);
                    proxy().call(HTTP)
                            .as(admin())
                            .bytes("\u4ef7\u683c".getBytes(StandardCharsets.UTF_16))
                            .header("Content-Type", "text/plain; charset=UTF-16")
                            .send()
                            .ok();
                    assertThat(server.body()).isEqualTo("\u4ef7\u683c".getBytes("GB18030"));
                });
    }

    @Test
    default void textWithNulIsRefusedByItsMember() throws Exception {
        Problem refused =
                proxy().administration()
                        .put(
                                "/accounts/single-nul",
                                Json.createObjectBuilder()
                                        .add("password", "long enough \u0000")
                                        .build())
                        .problem(400, "request-invalid");

        assertThat(refused.detail()).startsWith("password ");
    }

    private ServiceCall call() {
        return proxy().call(HTTP).as(admin()).text("data");
    }

    private ServiceCall below(String address) {
        return proxy().call(HTTP + address).as(admin()).text("data");
    }

    private void with(JsonObjectBuilder options, Requests requests) throws Exception {
        try (HttpServerSystem server = new HttpServerSystem();
                Offer offer = proxy().offer(HTTP, server)) {
            offer.permit("account:admin");
            proxy().administration()
                    .put("/servers/" + server.id(), server.entry(HTTP).addAll(options).build())
                    .ok();
            requests.send(server);
        }
    }

    private static JsonObjectBuilder options(String headers) {
        try (var reader = Json.createReader(new StringReader(headers))) {
            return Json.createObjectBuilder().add("headers", reader.readObject());
        }
    }

    private static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream coding = new GZIPOutputStream(coded)) {
            coding.write(data);
        }
        return coded.toByteArray();
    }

    /** What is asked while the server is offered. */
    interface Requests {
        void send(HttpServerSystem server) throws IOException;
    }
}
