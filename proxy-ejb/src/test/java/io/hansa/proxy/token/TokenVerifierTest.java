package io.hansa.proxy.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private static final Account SHOP =
            new Account("shop", null, Set.of("retail"), Set.of(Role.CALLER), true, 1);
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final ManualClock clock = new ManualClock();
    private final Keyring keys = new Keyring();
    private final TokenVerifier verifier = TokenRules.verifier("shop-a", keys, clock);

    @Test
    void issuedTokenIsVerified() {
        IssuedToken issued = issuer("shop-a").forAccount(SHOP, LIFETIME);

        VerifiedToken verified = TokenRules.verify(verifier, issued.text());

        assertThat(verified.issuer()).isEqualTo("shop-a");
        assertThat(verified.account()).isEqualTo("shop");
        assertThat(verified.issuedAt()).isEqualTo(clock.instant());
        assertThat(verified.expiresAt()).isEqualTo(issued.expiresAt());
        assertThat(issued.expiresAt()).isEqualTo(clock.instant().plus(LIFETIME));
    }

    @Test
    void peersTokenIsVerifiedByThePeersKey() {
        String text =
                issuer("shop-b").forPeer("shop", List.of(), "shop-a", Duration.ofMinutes(1)).text();

        assertThat(TokenRules.verify(verifier, text).issuer()).isEqualTo("shop-b");
    }

    @Test
    void anExpiredTokenIsRefused() {
        String text = issuer("shop-a").forAccount(SHOP, LIFETIME).text();
        clock.forward(LIFETIME);

        assertRefused(text, "it expired; ask for a new one");
    }

    @Test
    void cachedTokenIsRefusedOnceExpired() {
        String text = issuer("shop-a").forAccount(SHOP, LIFETIME).text();
        TokenRules.verify(verifier, text);
        clock.forward(LIFETIME.minusMillis(1));
        TokenRules.verify(verifier, text);
        clock.forward(Duration.ofMillis(1));

        assertRefused(text, "it expired; ask for a new one");
        assertRefused(text, "it expired; ask for a new one");
    }

    @Test
    void oneVerificationServesUntilTheEnd() {
        String text = issuer("shop-a").forAccount(SHOP, LIFETIME).text();
        VerifiedToken first = TokenRules.verify(verifier, text);

        assertThat(TokenRules.verify(verifier, text)).isSameAs(first);
    }

    @Test
    void aRefusedTokenIsNotRemembered() {
        String text = issuer("shop-a").forPeer("shop", List.of(), "shop-b", LIFETIME).text();
        assertRefused(text, "it was issued for another proxy");
        assertRefused(text, "it was issued for another proxy");

        assertThat(keys.lookUps()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "not a token", "e30.e30.", "\u0000\uffff"})
    void garbageIsRefused(String garbage) {
        assertRefused(
                garbage,
                "it is not a token signed with ES256 by this proxy or by a peer that is known here");
    }

    @Test
    void tooLongTokenIsNotParsed() {
        String text = issuer("shop-a").forAccount(SHOP, LIFETIME).text();

        assertRefused(text + "A".repeat(8192), "it is longer than 8192 characters");
        assertThat(keys.lookUps()).isZero();
    }

    private TokenIssuer issuer(String proxy) {
        return new TokenIssuer(proxy, () -> keys.of(proxy), clock);
    }

    private void assertRefused(String token, String reason) {
        assertThatThrownBy(() -> TokenRules.verify(verifier, token))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
                            assertThat(failure.effect()).isEqualTo(Effect.NONE);
                        })
                .hasMessage("The bearer token was refused: " + reason + ".");
    }
}
