package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Delegation;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.proxy.token.TokenRules;
import io.hansa.proxy.token.VerifiedToken;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeerTokensTest {
    private static final Peer OURS = FakeLeague.peer("shop-b", Peer.Link.INTRANET);
    private static final Peer FOREIGN = FakeLeague.peer("tickets", Peer.Link.EXTRANET);
    private static final Caller SHOP = new Caller("shop", Set.of(), Set.of(), null);

    private final Keyring keys = new Keyring();
    private final ManualClock clock = new ManualClock();
    private final PeerTokens tokens =
            new PeerTokens(
                    new TokenIssuer("shop-a", () -> keys.of("shop-a"), clock), "shop", "thumb");

    @Test
    void oneSignatureServesManyRequests() {
        assertThat(token(SHOP, OURS)).isEqualTo(token(SHOP, OURS));
    }

    @Test
    void eachAccountAndEachPeerHasItsOwn() {
        Caller other = new Caller("other", Set.of(), Set.of(), null);
        assertThat(token(SHOP, OURS))
                .isNotEqualTo(token(other, OURS))
                .isNotEqualTo(token(SHOP, FOREIGN));
    }

    @Test
    void ownAccountIsCalledByItsNameEverywhere() {
        assertThat(read(SHOP, OURS).account()).isEqualTo("shop");
        assertThat(read(SHOP, FOREIGN).account()).isEqualTo("shop");
        assertThat(read(SHOP, FOREIGN).actors()).isEmpty();
    }

    @Test
    void foreignAccountKeepsItsHomeOnEveryHop() {
        Caller alice = Caller.of("alice", new Delegation("bank", true, List.of("bank")));

        for (Peer peer : List.of(OURS, FOREIGN)) {
            assertThat(read(alice, peer).account()).isEqualTo("peer:bank/alice");
            assertThat(read(alice, peer).actors()).containsExactly("shop-a", "bank");
        }
    }

    @Test
    void accountOfTheOrganizationKeepsItsName() {
        Caller shop = Caller.of("shop", new Delegation("shop-c", false, List.of("shop-c")));

        assertThat(read(shop, OURS).account()).isEqualTo("shop");
        assertThat(read(shop, FOREIGN).account()).isEqualTo("peer:shop-c/shop");
        assertThat(read(shop, FOREIGN).actors()).containsExactly("shop-a", "shop-c");
    }

    @Test
    void invalidChainIsRefusedBeforeItIsSent() {
        Caller far =
                Caller.of("alice", new Delegation("bank", true, Collections.nCopies(8, "bank")));

        assertThatThrownBy(() -> token(far, OURS)).isInstanceOf(Failure.class);
    }

    @Test
    void onceRequestsHaveATokenEach() {
        OutboundRequest once = ErrandSamples.of("price.quote", true, SHOP);

        assertThat(tokens.token(once, OURS)).isNotEqualTo(tokens.token(once, OURS));
    }

    @Test
    void peersSingleUseIsLearnt() {
        tokens.servesOnce("price.quote", OURS);

        assertThat(token(SHOP, OURS)).isNotEqualTo(token(SHOP, OURS));
    }

    @Test
    void forgottenTokenIsNotUsedAgain() {
        String before = token(SHOP, OURS);
        tokens.forget(OURS);

        assertThat(token(SHOP, OURS)).isNotEqualTo(before);
    }

    @Test
    void extranetTokenIsBoundToTheCertificate() {
        assertThat(read(SHOP, FOREIGN).proof().certificate()).isEqualTo("thumb");
        assertThat(read(SHOP, OURS).proof().certificate()).isNull();
    }

    private String token(Caller caller, Peer peer) {
        return tokens.token(ErrandSamples.of("price.quote", false, caller), peer);
    }

    private VerifiedToken read(Caller caller, Peer peer) {
        return TokenRules.verify(TokenRules.verifier(peer.id(), keys, clock), token(caller, peer));
    }
}
