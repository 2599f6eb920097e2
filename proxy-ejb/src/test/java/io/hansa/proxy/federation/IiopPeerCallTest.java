package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.proxy.token.TokenRules;
import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.NamingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IiopPeerCallTest {
    private final OutboundRequest outbound = ErrandSamples.of("price.quote", "basket");
    private static final BusinessReply REPLY =
            new BusinessReply(
                    "text/plain",
                    new byte[] {1},
                    List.of("shop-a", "shop-b"),
                    "shop-b/pricing-1",
                    "t");

    private final ManualClock clock = new ManualClock();
    private final Keyring keys = new Keyring();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeView view = new FakeView();
    private final IiopPeerCall call =
            new IiopPeerCall(
                    new PeerTokens(
                            new TokenIssuer("shop-a", () -> keys.of("shop-a"), clock),
                            "shop",
                            null),
                    threads,
                    1 << 20,
                    address -> view);

    @AfterEach
    void end() {
        view.hold.countDown();
        threads.shutdownNow();
    }

    @Test
    void requestCarriesAccountTraceDeadlineAndPath() {
        Answer answer = call.carry(peerAt("shop-b:3528"), outbound, new Cancellation());

        assertThat(answer.data()).isSameAs(REPLY.data());
        assertThat(answer.path()).containsExactly("shop-a", "shop-b");
        assertThat(answer.server()).isEqualTo("shop-b/pricing-1");
        BusinessRequest sent = view.request;
        assertThat(sent.capability()).isEqualTo("price.quote");
        assertThat(sent.data()).isSameAs(outbound.data());
        assertThat(sent.context()).containsEntry("Hansa-Visited", "shop-a/price.quote");
        assertThat(sent.traceparent()).isEqualTo(outbound.trace().traceparent());
        assertThat(sent.timeoutMillis()).isBetween(1L, 5000L);
        String token = sent.authorization().substring("Bearer ".length());
        assertThat(TokenRules.verify(TokenRules.verifier("shop-b", keys, clock), token))
                .matches(t -> t.issuer().equals("shop-a") && t.account().equals("shop"));
    }

    @Test
    void aPeersRefusalIsPassedOn() {
        view.fails =
                new BusinessException(
                        "permission-denied",
                        403,
                        "Not this one.",
                        "t",
                        Effect.NONE,
                        Map.of("reason", "none", "retriesLeft", "1"));

        Failure failure = assertFails(ErrorCode.PERMISSION_DENIED, Effect.NONE, "Not this one.");
        assertThat(failure.extensions())
                .containsEntry("reason", Json.createValue("none"))
                .containsEntry("retriesLeft", Json.createValue(1));
    }

    @Test
    void peerWithoutAddressIsNotCalled() {
        Failure failure =
                catchThrowableOfType(
                        Failure.class,
                        () -> call.carry(peerAt(null), outbound, new Cancellation()));

        assertThat(failure.code()).isEqualTo(ErrorCode.PEER_UNREACHABLE);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void anAddressThatIsNoneIsNotCalled() {
        Failure failure =
                catchThrowableOfType(
                        Failure.class,
                        () -> call.carry(peerAt("evil:1#other"), outbound, new Cancellation()));

        assertThat(failure.code()).isEqualTo(ErrorCode.PEER_UNREACHABLE);
        assertThat(view.request).isNull();
    }

    @Test
    void brokenConnectionMayHaveHadAnEffect() {
        view.fails = new IOException("reset");

        assertFails(ErrorCode.PEER_UNREACHABLE, Effect.UNKNOWN, "IOException");
    }

    @Test
    void unsentRequestMayGoElsewhere() {
        view.fails = new IOException("refused");
        view.certain = true;

        assertFails(ErrorCode.PEER_UNREACHABLE, Effect.NONE, "IOException");
    }

    @Test
    void unresolvedNameWasNotSent() {
        view.missing = new IOException("nobody there");

        assertFails(ErrorCode.PEER_UNREACHABLE, Effect.NONE, "cannot be reached");
    }

    @Test
    void aServerWithoutOrbSaysSo() {
        view.missing = new NamingException("java:comp/ORB");

        assertFails(ErrorCode.PEER_UNREACHABLE, Effect.NONE, "has no ORB");
    }

    @Test
    @Timeout(30)
    void hangingPeerCostsTheDeadlineAndItsPlaces() {
        view.hangs = true;
        while (view.arrived.get() < 64) {
            Failure late =
                    catchThrowableOfType(
                            Failure.class,
                            () ->
                                    call.carry(
                                            peerAt("shop-b:3528"),
                                            ErrandSamples.of("price.quote", "b", 20_000_000L),
                                            new Cancellation()));
            assertThat(late.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        }

        assertFails(ErrorCode.OVERLOADED, Effect.NONE, "As many requests");
    }

    private Failure assertFails(ErrorCode code, Effect effect, String detail) {
        Failure failure =
                catchThrowableOfType(
                        Failure.class,
                        () -> call.carry(peerAt("shop-b:3528"), outbound, new Cancellation()));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.effect()).isEqualTo(effect);
        assertThat(failure).hasMessageContaining(detail);
        return failure;
    }

    private static PeerView peerAt(String iiop) {
        return PeerView.unheard(FakeLeague.peer("shop-b", Peer.Link.INTRANET))
                .told(
                        ProxyStatus.of("shop-b")
                                .region("shanghai")
                                .organization("shop")
                                .load(0.1, 0.9)
                                .iiop(iiop)
                                .build(),
                        "shop");
    }

    /** Does what the test says, and keeps what it was asked. */
    private static final class FakeView implements RemoteView {
        private final CountDownLatch hold = new CountDownLatch(1);
        private Exception missing;
        private Exception fails;
        private boolean certain;
        private boolean hangs;
        private final AtomicInteger arrived = new AtomicInteger();
        private volatile BusinessRequest request;

        @Override
        public void find() throws Exception {
            if (missing != null) {
                throw missing;
            }
        }

        @Override
        public BusinessReply process(BusinessRequest sent) throws Exception {
            request = sent;
            arrived.incrementAndGet();
            if (hangs) {
                hold.await();
            }
            if (fails != null) {
                throw fails;
            }
            return REPLY;
        }

        @Override
        public boolean certainlyNotSent(Throwable failed) {
            return certain;
        }
    }
}
