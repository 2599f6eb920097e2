package io.hansa.proxy.federation;

import static io.hansa.proxy.registration.RecordingExchanges.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.proxy.token.TokenRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerDestinationTest {
    private static final OutboundRequest ERRAND = ErrandSamples.of("price.quote", "basket");

    private final ManualClock clock = new ManualClock();
    private final Keyring keys = new Keyring();
    private final RecordingExchanges exchanges = new RecordingExchanges();
    private final Peers peers =
            new FakeLeague()
                    .offers("shop-b", "price.quote")
                    .join(
                            () -> Map.of("shop-b", FakeLeague.peer("shop-b", Peer.Link.INTRANET)),
                            new TokenIssuer("shop-a", () -> keys.of("shop-a"), clock),
                            exchanges);

    @Test
    void requestCarriesAccountTraceDeadlineAndPath() {
        exchanges.answers("peer:shop-b", "12.50");

        peer().send(ERRAND);

        ServerRequest sent = exchanges.sent().get(0).request();
        assertThat(sent.path()).isEqualTo("/api/v1/services/price.quote");
        assertThat(sent.payload()).isSameAs(ERRAND.data());
        assertThat(sent.deadlineNanos()).isEqualTo(ERRAND.deadlineNanos());
        assertThat(sent.headers())
                .containsEntry("Hansa-Visited", "shop-a/price.quote")
                .containsEntry("traceparent", ERRAND.trace().traceparent());
        assertThat(Long.parseLong(sent.headers().get("Hansa-Timeout-Ms"))).isBetween(1L, 5000L);
        String token = sent.headers().get("Authorization").substring("Bearer ".length());
        assertThat(TokenRules.verify(TokenRules.verifier("shop-b", keys, clock), token))
                .matches(t -> t.issuer().equals("shop-a") && t.account().equals("shop"));
    }

    @Test
    void pathAndServerAreThoseOfThePeer() {
        answers(
                reply(
                        200,
                        "text/plain",
                        Map.of("hansa-path", "shop-a, shop-b", "hansa-server", "shop-b/pricing-1"),
                        "12.50"));

        Answer answer = peer().send(ERRAND);

        assertThat(answer.path()).containsExactly("shop-a", "shop-b");
        assertThat(answer.server()).isEqualTo("shop-b/pricing-1");
    }

    @Test
    void peerWithoutPathHeaderIsOnThePath() {
        answers(reply("12.50"));

        Answer answer = peer().send(ERRAND);

        assertThat(answer.path()).containsExactly("shop-a", "shop-b");
        assertThat(answer.server()).isEqualTo("shop-b");
    }

    @Test
    void peersAnswerIsTheResultWithoutAssistance() {
        answers(reply(200, "text/plain", Map.of("hansa-assist", "stock.move"), "12.50"));

        assertThat(peer().send(ERRAND).assistance()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, PEER_UNREACHABLE",
        "PROTOCOL_ERROR, PEER_UNREACHABLE",
        "TIMEOUT, DEADLINE_EXCEEDED",
        "OVERLOADED, OVERLOADED"
    })
    void whatFailedKeepsItsReasonAndItsEffect(Kind kind, ErrorCode code) {
        exchanges.fails("peer:shop-b", kind, false);
        assertThat(failure().code()).isEqualTo(code);
        assertThat(failure().effect()).isEqualTo(Effect.NONE);
        assertThat(failure()).hasMessageNotContaining("peer:shop-b fails");

        exchanges.fails("peer:shop-b", kind, true);
        assertThat(failure().effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(peer().workload().inFlight()).isZero();
    }

    @Test
    void anythingButAResultIsAProblem() {
        answers(reply(302, null, Map.of(), ""));

        assertThat(failure().code()).isEqualTo(ErrorCode.PEER_UNREACHABLE);
        assertThat(failure().effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void invalidHeaderIsThePeersFault() {
        for (Map<String, String> headers :
                List.of(
                        Map.of("hansa-server", "s".repeat(30_000)),
                        Map.of("hansa-server", "shop-b/x\r\nX: 1"))) {
            answers(reply(200, "text/plain", headers, "12.50"));
            assertThat(failure().code()).isEqualTo(ErrorCode.PEER_UNREACHABLE);
            assertThat(peer().attribution(failure())).isEqualTo(FailureAttribution.BROKEN);
        }
        answers(reply(200, "text/" + "x".repeat(1000), Map.of(), "12.50"));
        assertThat(peer().attribution(failure())).isEqualTo(FailureAttribution.BROKEN);
    }

    @Test
    void invalidPathIsNotPassedOn() {
        answers(reply(200, "text/plain", Map.of("hansa-path", "a,b c"), "12.50"));

        assertThat(peer().send(ERRAND).path()).containsExactly("shop-a", "shop-b");
    }

    @ParameterizedTest
    @CsvSource({"400,NOT_ASKED", "413,NOT_ASKED", "431,NOT_ASKED", "404,FAULTY", "502,FAULTY"})
    void whatARequestEarnedIsNotThePeersFault(int status, FailureAttribution attribution) {
        answers(reply(status, "text/html", Map.of(), "<html/>"));

        assertThat(peer().attribution(failure())).isEqualTo(attribution);
    }

    private Destination peer() {
        peers.refresh();
        return peers.having("price.quote").get(0).get(0);
    }

    private void answers(ServerReply reply) {
        exchanges.answers("peer:shop-b", request -> reply);
    }

    private Failure failure() {
        return catchThrowableOfType(Failure.class, () -> peer().send(ERRAND));
    }
}
