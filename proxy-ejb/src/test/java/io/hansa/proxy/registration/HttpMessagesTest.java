package io.hansa.proxy.registration;

import static io.hansa.proxy.registration.RecordingExchanges.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.HeaderRules;
import io.hansa.proxy.message.HttpOptions;
import io.hansa.proxy.message.Identify;
import io.hansa.proxy.message.PathSuffix;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.routing.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMessagesTest {
    private static final Identify NOTHING = new Identify(false, false, false, false);
    private static final HttpOptions SILENT = new HttpOptions(HeaderRules.STANDARD, false, NOTHING);

    private final RecordingExchanges exchanges = new RecordingExchanges();

    @Test
    void sendsHeadersOfTheDataAndTheCaller() {
        ServerRequest sent =
                sent(
                        HttpOptions.STANDARD,
                        head("k-1", "Accept-Language", "zh-CN", "X-Tenant", "7", "Cookie", "a"));

        assertThat(sent.headers())
                .containsEntry("Accept-Language", "zh-CN")
                .containsEntry("Hansa-Account", "shop")
                .containsEntry("Idempotency-Key", "k-1")
                .containsKeys("Hansa-Timeout-Ms", "traceparent")
                .doesNotContainKeys("X-Tenant", "Cookie");
        assertThat(Long.parseLong(sent.headers().get("Hansa-Timeout-Ms"))).isBetween(1L, 2000L);
    }

    @Test
    void disabledIdentityHeadersAreNotSent() {
        assertThat(sent(SILENT, head("k-1")).headers()).isEmpty();
    }

    @Test
    void aNamedHeaderIsSentToo() {
        HttpOptions tenant =
                new HttpOptions(
                        new HeaderRules(List.of("X-Tenant", "-Accept"), List.of()), false, NOTHING);

        assertThat(sent(tenant, head(null, "x-tenant", "7", "Accept", "a/b")).headers())
                .containsOnly(Map.entry("x-tenant", "7"));
    }

    @Test
    void pathAndQueryGoBelowTheEndpoint() {
        HttpOptions forwarding = new HttpOptions(HeaderRules.STANDARD, true, NOTHING);

        ServerRequest sent = sent(forwarding, below("/orders/17", "currency=CNY"));

        assertThat(sent.path()).isEqualTo("/pricing-1/orders/17?currency=CNY");
    }

    @ParameterizedTest
    @CsvSource({"/orders/17,, NOT_FOUND", "'', currency=CNY, REQUEST_INVALID"})
    void pathAndQueryAreNeverDropped(String path, String query, ErrorCode code) {
        Destination pricing = destination(http(HttpOptions.STANDARD));

        Failure failure =
                catchThrowableOfType(
                        Failure.class, () -> pricing.send(outbound(below(path, query))));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("forwardPath");
        assertThat(pricing.attribution(failure)).isEqualTo(FailureAttribution.UNSUITABLE);
        assertThat(exchanges.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 206, 207, 226})
    void aServersStatusIsTheAnswers(int status) {
        Answer answer = answer(reply(status, "text/plain", Map.of("location", "/o/1"), "new"));

        assertThat(answer.head().status()).isEqualTo(status);
        assertThat(answer.head().headers().get("Location")).isEqualTo("/o/1");
        assertThat(answer.data()).asString().isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void someStatusesHaveNoBody(int status) {
        Answer answer = answer(reply(status, "text/plain", Map.of(), "x"));

        assertThat(answer.head().status()).isEqualTo(status);
        assertThat(answer.data()).isEmpty();
    }

    @Test
    void headersOfTheConnectionStayThere() {
        Answer answer =
                answer(
                        reply(
                                200,
                                "text/plain",
                                Map.of(
                                        "connection",
                                        "close, Content-Odd",
                                        "content-odd",
                                        "1",
                                        "hansa-path",
                                        "evil",
                                        "set-cookie",
                                        "a=1",
                                        "etag",
                                        "\"v1\""),
                                "x"));

        assertThat(answer.head().headers()).hasToString("[ETag]");
    }

    @ParameterizedTest
    @CsvSource({"429, BUSY", "503, BUSY", "500, FAULTY", "422, ANSWERED", "302, ANSWERED"})
    void otherStatusesAreServerFaults(int status, FailureAttribution attribution) {
        exchanges.answers(
                "pricing-1",
                request -> reply(status, "text/plain", Map.of("retry-after", "30"), "busy"));
        Destination pricing = destination(http(SILENT));

        Failure failure =
                catchThrowableOfType(Failure.class, () -> pricing.send(outbound(head(null))));

        assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_FAULT);
        assertThat(failure.extensions())
                .containsEntry("serverStatus", status)
                .containsEntry("serverBody", "busy")
                .containsEntry("retryAfterSeconds", 30);
        assertThat(pricing.attribution(failure)).isEqualTo(attribution);
    }

    @Test
    void aCodedFaultIsShownPlainly() throws IOException {
        byte[] coded = gzip("no such basket");
        exchanges.answers(
                "pricing-1",
                request ->
                        new ServerReply(
                                422, "text/plain", Map.of("content-encoding", "gzip"), coded));

        Failure failure =
                catchThrowableOfType(
                        Failure.class, () -> destination(http(SILENT)).send(outbound(head(null))));

        assertThat(failure.extensions()).containsEntry("serverBody", "no such basket");
    }

    @Test
    void codedDataReachesAnHttpServerUnchanged() throws IOException {
        exchanges.answers("pricing-1", "ok");
        OutboundRequest outbound =
                outbound(head(null, "Content-Encoding", "gzip"), gzip("{\"a\":1}"));

        destination(http(SILENT)).send(outbound);

        ServerRequest sent = exchanges.sent().get(0).request();
        assertThat(sent.payload()).isSameAs(outbound.data());
        assertThat(sent.headers()).containsEntry("Content-Encoding", "gzip");
    }

    @Test
    void aFramedServerGetsDataWithoutCoding() throws IOException {
        exchanges.answers("trade-1", "ok");

        destination(ServerSamples.framed("trade-1", "trade.settle"))
                .send(outbound(head(null, "Content-Encoding", "gzip"), gzip("basket")));

        assertThat(exchanges.sent().get(0).text()).isEqualTo("basket");
    }

    @Test
    void unknownCodingThatMustBeReadIsRefused() {
        Destination trade = destination(ServerSamples.framed("trade-1", "trade.settle"));

        Failure failure =
                catchThrowableOfType(
                        Failure.class,
                        () -> trade.send(outbound(head(null, "Content-Encoding", "br"))));

        assertThat(failure.code()).isEqualTo(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("\"br\"");
    }

    @Test
    void unknownCharsetThatMustBeReadIsRefused() {
        ServerTarget plain = ServerSamples.http("pricing-1", "price.quote").target();
        ServerTarget chinese =
                new ServerTarget(
                        plain.id(),
                        plain.endpoint(),
                        null,
                        Charset.forName("GB18030"),
                        1,
                        500,
                        1000,
                        null);
        Destination pricing = destination(ServerSamples.at(chinese, http(SILENT)));
        RequestHead unknown = RequestHead.of("text/plain; charset=no-such");

        Failure failure =
                catchThrowableOfType(Failure.class, () -> pricing.send(outbound(unknown)));

        assertThat(failure.code()).isEqualTo(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        assertThat(exchanges.sent()).isEmpty();
    }

    private Answer answer(ServerReply reply) {
        exchanges.answers("pricing-1", request -> reply);
        return destination(http(SILENT)).send(outbound(head(null)));
    }

    private ServerRequest sent(HttpOptions options, RequestHead head) {
        exchanges.answers("pricing-1", "ok");
        destination(http(options)).send(outbound(head));
        return exchanges.sent().get(0).request();
    }

    private Destination destination(BusinessServer server) {
        return new ServerDestination("shop-a", server, Priority.NORMAL, new Workload(), exchanges);
    }

    private static BusinessServer http(HttpOptions options) {
        BusinessServer of = ServerSamples.http("pricing-1", "price.quote");
        return new BusinessServer(
                of.id(),
                of.target(),
                of.capabilities(),
                of.loadThreshold(),
                of.weight(),
                of.timeoutMillis(),
                of.assist(),
                true,
                1,
                null,
                options,
                null);
    }

    private static RequestHead below(String path, String query) {
        return new RequestHead(
                "text/plain", null, null, EndToEndHeaders.NONE, PathSuffix.of(path, query));
    }

    private static RequestHead head(String key, String... namesAndValues) {
        EndToEndHeaders.Builder headers = new EndToEndHeaders.Builder();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            headers.add(namesAndValues[at], namesAndValues[at + 1]);
        }
        return new RequestHead("text/plain", key, null, headers.build(), PathSuffix.NONE);
    }

    private static OutboundRequest outbound(RequestHead head) {
        return outbound(head, "basket".getBytes(StandardCharsets.UTF_8));
    }

    private static OutboundRequest outbound(RequestHead head, byte[] data) {
        OutboundRequest of = ErrandSamples.of("price.quote", "");
        return new OutboundRequest(
                of.capability(),
                data,
                head,
                of.deadlineNanos(),
                of.usualMillis(),
                of.retries(),
                of.once(),
                of.caller(),
                of.trace(),
                of.visits());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream coding = new GZIPOutputStream(coded)) {
            coding.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return coded.toByteArray();
    }
}
