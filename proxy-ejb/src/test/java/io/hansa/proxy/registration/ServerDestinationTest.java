package io.hansa.proxy.registration;

import static io.hansa.proxy.registration.RecordingExchanges.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Received;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.proxy.assistance.AssistRule;
import io.hansa.proxy.assistance.AssistRules;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.routing.Workload;
import jakarta.json.Json;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerDestinationTest {
    private static final OutboundRequest ERRAND = ErrandSamples.of("trade.settle", "basket");

    private static final String CONNECTORS_WORDS = "trade-1 fails";

    private final RecordingExchanges exchanges = new RecordingExchanges();
    private final Workload workload = new Workload();
    private final BusinessServer server = ServerSamples.framed("trade-1", "trade.settle");

    @Test
    void dataIsSentUnchangedWithTheTraceOnly() {
        exchanges.answers("trade-1", "settled");

        Answer answer = destination(server).send(ERRAND);

        assertThat(answer.server()).isEqualTo("shop-a/trade-1");
        assertThat(answer.path()).containsExactly("shop-a");
        assertThat(answer.data()).asString().isEqualTo("settled");
        assertThat(answer.assistance()).isNull();
        ServerRequest sent = exchanges.sent().get(0).request();
        assertThat(sent.payload()).isSameAs(ERRAND.data());
        assertThat(sent.contentType()).isEqualTo("text/plain");
        assertThat(sent.headers())
                .containsOnly(Map.entry("traceparent", ERRAND.trace().traceparent()));
        assertThat(sent.path()).isNull();
    }

    @Test
    void onlyOnceRequestsForbidRetry() {
        exchanges.answers("trade-1", "settled");

        destination(server).send(ErrandSamples.of("trade.settle", true, ERRAND.caller()));
        destination(server).send(ErrandSamples.of("trade.settle", false, ERRAND.caller()));

        assertThat(exchanges.sent().get(0).request().repeatable()).isFalse();
        assertThat(exchanges.sent().get(1).request().repeatable()).isTrue();
    }

    @Test
    void timeoutShowsTheNumberOfBytesOnly() {
        exchanges.answers(
                "trade-1",
                request -> {
                    throw new ExchangeException(
                            ExchangeException.Kind.TIMEOUT,
                            true,
                            new Received(3, new byte[] {0x41, 0x42, 0x43}),
                            CONNECTORS_WORDS,
                            null);
                });

        Failure failure =
                catchThrowableOfType(Failure.class, () -> destination(server).send(ERRAND));

        assertThat(failure).hasMessageContaining("3 bytes").hasMessageNotContaining("41");
    }

    @Test
    void unreadableReplyIsServerFault() {
        exchanges.answers("trade-1", "{\"a\":1,");
        AssistRule rule =
                AssistRules.parse(
                                Json.createArrayBuilder()
                                        .add(
                                                Json.createObjectBuilder()
                                                        .add("jsonPointer", "/a")
                                                        .add("equals", 1)
                                                        .add("capability", "c"))
                                        .build())
                        .get(0);
        Destination broken = destination(ServerSamples.withAssist(server, rule));

        Failure failure = catchThrowableOfType(Failure.class, () -> broken.send(ERRAND));

        assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_PROTOCOL_ERROR);
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure).hasMessageContaining("trade-1").hasMessageContaining("byte 7");
        assertThat(broken.attribution(failure)).isEqualTo(FailureAttribution.BROKEN);
    }

    @Test
    void invalidCapabilityNameIsNotAskedFor() {
        exchanges.answers("trade-1", "HANSA-ASSIST " + "c".repeat(500) + "\nbasket");

        Failure failure =
                catchThrowableOfType(Failure.class, () -> destination(server).send(ERRAND));

        assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_PROTOCOL_ERROR);
        assertThat(failure.getMessage()).hasSizeLessThan(300);
    }

    @Test
    void theSoonerOfTheTwoDeadlinesHolds() {
        exchanges.answers("trade-1", "settled");
        OutboundRequest patient = ErrandSamples.of("trade.settle", "", TimeUnit.HOURS.toNanos(1));

        destination(server).send(ERRAND);
        destination(ServerSamples.withTimeout(server, 100)).send(patient);
        OutboundRequest hurried =
                ErrandSamples.of("trade.settle", "", TimeUnit.MILLISECONDS.toNanos(200));
        destination(server).send(hurried);

        assertThat(deadline(0) - System.nanoTime()).isLessThan(TimeUnit.MILLISECONDS.toNanos(2000));
        assertThat(deadline(1) - System.nanoTime()).isLessThan(TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(deadline(2)).isEqualTo(hurried.deadlineNanos());
    }

    @Test
    void aHeaderAsksForHelpBeforeAnyRule() {
        exchanges.answers(
                "trade-1",
                request ->
                        reply(
                                200,
                                "application/json",
                                Map.of("hansa-assist", " price.quote "),
                                "HANSA-ASSIST stock.move\n"));

        Answer answer = destination(server).send(ERRAND);

        assertThat(answer.assistance().capability()).isEqualTo("price.quote");
        assertThat(answer.assistance().data()).isSameAs(answer.data());
        assertThat(answer.assistance().contentType()).isEqualTo("application/json");
    }

    @Test
    void theFirstRuleThatMatchesWins() {
        exchanges.answers("trade-1", "HANSA-ASSIST stock.move\nbasket");

        assertThat(destination(server).send(ERRAND).assistance().capability())
                .isEqualTo("stock.move");
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, SERVER_UNREACHABLE",
        "PROTOCOL_ERROR, SERVER_PROTOCOL_ERROR",
        "UNMAPPABLE, SERVER_PROTOCOL_ERROR",
        "TIMEOUT, DEADLINE_EXCEEDED",
        "OVERLOADED, OVERLOADED",
        "REQUEST_TOO_LARGE, BODY_TOO_LARGE"
    })
    void whatFailedKeepsItsReasonAndItsEffect(Kind kind, ErrorCode code) {
        assertThat(failure(kind, false).code()).isEqualTo(code);
        assertThat(failure(kind, false).effect()).isEqualTo(Effect.NONE);
        assertThat(failure(kind, true).effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void callersSeeTheServerWithoutItsAddress() {
        for (Kind kind : Kind.values()) {
            assertThat(failure(kind, true))
                    .hasMessageContaining("usiness server trade-1")
                    .hasMessageNotContaining(CONNECTORS_WORDS);
            assertThat(failure(kind, false)).hasMessageNotContaining(CONNECTORS_WORDS);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        exchanges.answers("trade-1", request -> reply(302, null, Map.of(), ""));

        Failure failure = failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_FAULT);
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void errorStatusIsFaultDespiteAssistanceHeader() {
        ServerReply asking = reply(500, null, Map.of("hansa-assist", "price.quote"), "");
        exchanges.answers("trade-1", request -> asking);

        assertThat(failure().code()).isEqualTo(ErrorCode.SERVER_FAULT);
    }

    @Test
    void workIsInFlightUntilTheExchangeEnds() {
        exchanges.answers(
                "trade-1",
                request -> {
                    assertThat(workload.inFlight()).isEqualTo(1);
                    throw new IllegalStateException("defect");
                });

        catchThrowableOfType(IllegalStateException.class, () -> destination(server).send(ERRAND));

        assertThat(workload.inFlight()).isZero();
    }

    @Test
    void fullServerIsNotAvailable() {
        ServerDestination destination = destination(ServerSamples.withThreshold(server, 0.2));
        workload.begin();
        assertThat(destination.takesWork()).isTrue();
        workload.begin();
        assertThat(destination.takesWork()).isFalse();
    }

    private ServerDestination destination(BusinessServer to) {
        return new ServerDestination("shop-a", to, Priority.NORMAL, workload, exchanges);
    }

    private long deadline(int sent) {
        return exchanges.sent().get(sent).request().deadlineNanos();
    }

    private Failure failure(Kind kind, boolean sent) {
        exchanges.fails("trade-1", kind, sent);
        return failure();
    }

    private Failure failure() {
        return catchThrowableOfType(Failure.class, () -> destination(server).send(ERRAND));
    }
}
