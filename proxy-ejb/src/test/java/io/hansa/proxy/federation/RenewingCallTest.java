package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenFault;
import io.hansa.proxy.token.TokenIssuer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RenewingCallTest implements PeerCall {
    private static final Answer ANSWER =
            new Answer(new byte[0], "text/plain", "shop-b/pricing-1", List.of("shop-b"), null);
    private static final PeerView SHOP_B =
            PeerView.unheard(FakeLeague.peer("shop-b", Peer.Link.INTRANET));
    private static final OutboundRequest ERRAND = ErrandSamples.of("price.quote", "basket");

    private final PeerTokens tokens =
            new PeerTokens(
                    new TokenIssuer("shop-a", () -> new Keyring().of("shop-a"), new ManualClock()),
                    "shop",
                    null);
    private final RenewingCall call = new RenewingCall(this, tokens);
    private final Deque<RuntimeException> refusals = new ArrayDeque<>();
    private int sent;

    @Test
    void quicklyFetchedKeyLosesNoRequest() {
        refusals.add(refused(TokenFault.KEY_UNKNOWN, Effect.NONE));
        refusals.add(refused(TokenFault.KEY_UNKNOWN, Effect.NONE));

        assertThat(call.carry(SHOP_B, ERRAND, new Cancellation())).isSameAs(ANSWER);
        assertThat(sent).isEqualTo(3);
    }

    @Test
    void unfetchableKeyDelaysNotEveryRequest() {
        for (int i = 0; i < 100; i++) {
            refusals.add(refused(TokenFault.KEY_UNKNOWN, Effect.NONE));
        }
        assertThatThrownBy(() -> call.carry(SHOP_B, ERRAND, new Cancellation()))
                .isInstanceOf(Failure.class);
        int first = sent;

        assertThatThrownBy(() -> call.carry(SHOP_B, ERRAND, new Cancellation()))
                .isInstanceOf(Failure.class);

        assertThat(first).isEqualTo(10);
        assertThat(sent).isEqualTo(first + 1);
    }

    @Test
    void noOneWaitsPastTheDeadline() {
        refusals.add(refused(TokenFault.KEY_UNKNOWN, Effect.NONE));
        OutboundRequest late =
                ErrandSamples.of("price.quote", "basket", TimeUnit.MILLISECONDS.toNanos(10));

        assertThatThrownBy(() -> call.carry(SHOP_B, late, new Cancellation()))
                .isInstanceOf(Failure.class);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void usedOrOutdatedTokenIsReplaced() {
        String before = tokens.token(ERRAND, SHOP_B.peer());
        refusals.add(refused(TokenFault.OUTDATED, Effect.NONE));
        refusals.add(refused(TokenFault.USED, Effect.NONE));

        assertThat(call.carry(SHOP_B, ERRAND, new Cancellation())).isSameAs(ANSWER);
        assertThat(tokens.token(ERRAND, SHOP_B.peer()))
                .isNotEqualTo(before)
                .isNotEqualTo(tokens.token(ERRAND, SHOP_B.peer()));
    }

    @Test
    void requestThatMayHaveActedIsNotRepeated() {
        refusals.add(refused(TokenFault.USED, Effect.UNKNOWN));

        assertThatThrownBy(() -> call.carry(SHOP_B, ERRAND, new Cancellation()))
                .isInstanceOf(Failure.class);
        assertThat(sent).isEqualTo(1);
    }

    @Override
    public Answer carry(PeerView view, OutboundRequest outbound, Cancellation cancellation) {
        sent++;
        if (!refusals.isEmpty()) {
            throw refusals.remove();
        }
        return ANSWER;
    }

    @Override
    public void keep(Collection<PeerView> views) {
        throw new UnsupportedOperationException();
    }

    private static RuntimeException refused(TokenFault fault, Effect effect) {
        return TokenRefusedException.orElse(
                Failure.of(ErrorCode.PEER_UNREACHABLE, effect, "not let in", null)
                        .with(TokenFault.MEMBER, fault.name().toLowerCase().replace('_', '-')));
    }
}
