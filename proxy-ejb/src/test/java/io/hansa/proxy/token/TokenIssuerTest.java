package io.hansa.proxy.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {
    private final SigningKey key = new SigningKey();
    private final TokenIssuer issuer = new TokenIssuer("shop-a", () -> key, new ManualClock());

    @Test
    void theClaimsAreThoseOfMicroProfileJwt() throws Exception {
        Account shop = new Account("shop", null, Set.of("retail"), Set.of(Role.CALLER), true, 1);

        JwtClaims claims = read(issuer.forAccount(shop, Duration.ofMinutes(15)));

        assertThat(claims.getIssuer()).isEqualTo("shop-a");
        assertThat(claims.getAudience()).containsExactly("shop-a");
        assertThat(claims.getSubject()).isEqualTo("shop");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("shop");
        assertThat(claims.getStringListClaimValue("groups"))
                .containsExactlyInAnyOrder("retail", "CALLER");
        assertThat(claims.getJwtId()).isNotBlank();
    }

    @Test
    void peersTokenShowsTheAccountOnly() throws Exception {
        JwtClaims claims = read(issuer.forPeer("shop", List.of(), "shop-b", Duration.ofMinutes(1)));

        assertThat(claims.getAudience()).containsExactly("shop-b");
        assertThat(claims.getStringListClaimValue("groups")).isEmpty();
    }

    @Test
    void aPeerLearnsThroughWhomTheCallerCame() throws Exception {
        JwtClaims claims =
                read(
                        issuer.forPeer(
                                "peer:bank/alice",
                                List.of("shop-c", "bank"),
                                "shop-b",
                                Duration.ofMinutes(1)));

        assertThat(claims.getSubject()).isEqualTo("peer:bank/alice");
        assertThat(claims.getClaimValue("act").toString())
                .isEqualTo("{sub=shop-a, act={sub=shop-c, act={sub=bank}}}");
    }

    @Test
    void nothingThatIsLoggedHoldsTheToken() {
        IssuedToken issued = issuer.forPeer("shop", List.of(), "shop-b", Duration.ofMinutes(1));

        assertThat(issued.toString()).doesNotContain(issued.text());
    }

    @Test
    void thePublishedKeyIsThePublicHalfAlone() {
        assertThat(key.publicJwk())
                .contains(key.id(), "\"crv\":\"P-256\"", "\"alg\":\"ES256\"")
                .doesNotContain("\"d\"");
    }

    private JwtClaims read(IssuedToken token) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKey(key.publicKey())
                .setSkipAllValidators()
                .build()
                .processToClaims(token.text());
    }
}
