package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.federation.FakeLeague;
import io.hansa.proxy.federation.Peer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Business data goes to another organization only where it may, and where no nearer target can take
 * it.
 */
class ForeignPeersLastTest {
    private static final String PRICE = "price.quote";

    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void peers() {
        proxy.entered.peer("shop-b", Peer.Link.INTRANET).grant("account:shop", PRICE);
        proxy.league.offers("shop-b", PRICE).offers("bank", PRICE);
        proxy.exchanges.answers("peer:shop-b", "ours").answers("peer:bank", "theirs");
    }

    @Test
    void peerThatMayNotBeAskedGetsNothing() {
        proxy.entered.peer("bank", Peer.Link.EXTRANET);
        proxy.start();
        for (int i = 0; i < 20; i++) {
            assertThat(text()).isEqualTo("ours");
        }

        proxy.league.silent("shop-b");
        proxy.start();

        assertThat(proxy.refusal(PRICE, "basket").code()).isEqualTo(ErrorCode.PEER_UNREACHABLE);
    }

    @Test
    void capabilityOfForbiddenForeignPeerIsUnknown() {
        proxy.entered.peer("bank", Peer.Link.EXTRANET).grant("account:shop", "bank.only");
        proxy.league.offers("bank", "bank.only");
        proxy.start();

        assertThat(proxy.refusal("bank.only", "x").code()).isEqualTo(ErrorCode.CAPABILITY_UNKNOWN);
    }

    @Test
    void foreignPeerIsAskedWithoutANearerTarget() {
        proxy.entered.peer(
                FakeLeague.peer("bank", Peer.Link.EXTRANET, "\"capabilities\":[\"price.*\"]"));
        proxy.start();
        for (int i = 0; i < 20; i++) {
            assertThat(text()).isEqualTo("ours");
        }

        proxy.league.tells("shop-b", 0.95, true, PRICE);
        proxy.start();

        assertThat(text()).isEqualTo("theirs");
    }

    private String text() {
        return new String(proxy.call(PRICE, "basket").data(), StandardCharsets.UTF_8);
    }
}
