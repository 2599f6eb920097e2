package io.hansa.proxy.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.federation.Certificates;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tokens of an external issuer, shown to a proxy that accepts it. */
class ExternalCallersTest extends AuthenticationFixture {
    @Test
    void tokenStandsForItsAccountWithMappedGroups() {
        Caller caller = authenticate(token("shop", "idp-buyers"), IngressPoint.INTRANET);

        assertThat(caller.subject()).isEqualTo("account:shop");
        assertThat(caller.groups()).containsExactlyInAnyOrder("retail", "buyers");
    }

    @Test
    void unknownOrDisabledAccountIsRefused() {
        assertRefused(
                token("stranger"), IngressPoint.INTRANET, "does not exist here, or is disabled");
        assertRefused(token("gone"), IngressPoint.INTRANET, "does not exist here, or is disabled");
    }

    @Test
    void tokenIssuedBeforeRevocationIsRefused() {
        String token = token("shop");
        authenticate(token, IngressPoint.INTRANET);

        endTokensAt("shop", Instant.parse("2026-01-01T12:00:01Z"));

        assertRefused(token, IngressPoint.INTRANET, "was issued before");
    }

    @Test
    void ownTokensAreTakenBesides() {
        assertThat(authenticate("Bearer " + ownToken("shop"), IngressPoint.INTRANET).groups())
                .containsExactly("retail");
    }

    @Test
    void theExtranetTakesNoExternalTokens() throws Exception {
        assertRefused(
                token("shop"),
                IngressPoint.extranet(Certificates.of("CN=tickets")),
                "bearer token was refused");
    }

    private String token(String subject, String... groups) {
        return "Bearer " + external.sign(external.claims(subject, groups));
    }
}
