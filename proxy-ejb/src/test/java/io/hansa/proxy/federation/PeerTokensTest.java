package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.routing.Errand;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.proxy.token.TokenRules;
import org.junit.jupiter.api.Test;

class PeerTokensTest {
    private static final Peer SHOP_B = FakeLeague.peer("shop-b", Peer.Link.INTRANET);
    private static final Peer SHOP_C = FakeLeague.peer("shop-c", Peer.Link.INTRANET);
    private static final Peer TICKETS = FakeLeague.peer("tickets", Peer.Link.EXTRANET);

    private final Keyring keys = new Keyring();
    private final ManualClock clock = new ManualClock();
    private final PeerTokens tokens =
            new PeerTokens(new TokenIssuer("shop-a", keys.of("shop-a"), clock), "thumb");

    @Test
    void oneSignatureServesManyRequests() {
        assertThat(tokens.token(errand(false, "shop"), SHOP_B))
                .isEqualTo(tokens.token(errand(false, "shop"), SHOP_B));
    }

    @Test
    void eachAccountAndEachPeerHasItsOwn() {
        assertThat(tokens.token(errand(false, "shop"), SHOP_B))
                .isNotEqualTo(tokens.token(errand(false, "other"), SHOP_B))
                .isNotEqualTo(tokens.token(errand(false, "shop"), SHOP_C));
    }

    @Test
    void whatIsDoneOnceHasATokenForEachRequest() {
        assertThat(tokens.token(errand(true, "shop"), SHOP_B))
                .isNotEqualTo(tokens.token(errand(true, "shop"), SHOP_B));
    }

    @Test
    void whatAPeerTakesOnceIsLearnt() {
        tokens.servesOnce("price.quote", SHOP_B);

        assertThat(tokens.token(errand(false, "shop"), SHOP_B))
                .isNotEqualTo(tokens.token(errand(false, "shop"), SHOP_B));
    }

    @Test
    void whatIsForgottenIsNotUsedAgain() {
        String before = tokens.token(errand(false, "shop"), SHOP_B);
        tokens.forget(SHOP_B);

        assertThat(tokens.token(errand(false, "shop"), SHOP_B)).isNotEqualTo(before);
    }

    @Test
    void overTheExtranetATokenIsBoundToTheCertificate() {
        assertThat(certificate(TICKETS)).isEqualTo("thumb");
        assertThat(certificate(SHOP_B)).isNull();
    }

    private String certificate(Peer peer) {
        return TokenRules.verify(
                        TokenRules.verifier(peer.id(), keys, clock),
                        tokens.token(errand(false, "shop"), peer))
                .proof()
                .certificate();
    }

    private static Errand errand(boolean once, String account) {
        return ErrandSamples.of("price.quote", "basket", 1_000_000_000L, once, account);
    }
}
