package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import org.junit.jupiter.api.Test;

class PeerTokensTest {
    private final PeerTokens tokens =
            new PeerTokens(
                    new TokenIssuer("shop-a", new Keyring().of("shop-a"), new ManualClock()));

    @Test
    void oneSignatureServesManyRequests() {
        assertThat(tokens.token("shop", "shop-b")).isEqualTo(tokens.token("shop", "shop-b"));
    }

    @Test
    void eachAccountAndEachPeerHasItsOwn() {
        assertThat(tokens.token("shop", "shop-b"))
                .isNotEqualTo(tokens.token("other", "shop-b"))
                .isNotEqualTo(tokens.token("shop", "shop-c"));
    }
}
