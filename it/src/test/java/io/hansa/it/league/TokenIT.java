package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.TokenForge;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that look right and are not (R15). */
@WithLeague
class TokenIT {
    private final ProxySystem shopA;
    private final ProxySystem shopB;
    private BusinessServerSystem server;
    private Offer offer;
    private String keyId;
    private TokenForge forge;

    TokenIT(LeagueSystem league) {
        shopA = league.shopA();
        shopB = league.shopB();
    }

    @BeforeEach
    void learnTheKey() throws IOException, JoseException {
        server = BusinessServerSystem.that(Manners.ECHO);
        offer = shopA.offer("it.token", server);
        keyId = shopA.signingKey().getString("kid");
        forge = new TokenForge("shop-a", keyId);
    }

    @AfterEach
    void takeItOut() throws IOException {
        offer.close();
        server.close();
    }

    @Test
    void theTokenOfAnAccountIsTaken() throws IOException {
        shopA.call("it.token")
                .as(Credentials.bearer(shopA.token(Credentials.SHOP)))
                .text("data")
                .send()
                .ok();
    }

    @Test
    void aTokenSignedWithAnotherKeyIsRefused() throws IOException, JoseException {
        refused(forge.sign("shop", "shop-a"));
    }

    @Test
    void aTokenWithoutSignatureIsRefused() throws IOException, JoseException {
        refused(forge.unsigned("shop", "shop-a"));
    }

    @Test
    void publicKeyAsSharedSecretIsRefused() throws IOException, JoseException {
        String jwk = shopA.signingKey().toString();
        byte[] encoded = PublicJsonWebKey.Factory.newPublicJwk(jwk).getPublicKey().getEncoded();
        refused(forge.signWithPublicKey("shop", "shop-a", encoded));
        refused(forge.signWithPublicKey("shop", "shop-a", jwk.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theTokenOfAnotherProxyIsRefused() throws IOException {
        assertThat(refused(shopB.token(Credentials.SHOP))).contains("another proxy");
    }

    @Test
    void aTokenWithOneCharacterChangedIsRefused() throws IOException {
        String token = shopA.token(Credentials.SHOP);
        int middle = token.indexOf('.') + 10;
        char changed = token.charAt(middle) == 'A' ? 'B' : 'A';
        refused(token.substring(0, middle) + changed + token.substring(middle + 1));
        refused(token.substring(0, token.lastIndexOf('.') + 1));
        refused("rubbish");
    }

    @Test
    void tokensAreGivenForPasswordsOnly() throws IOException {
        shopA.requestToken(Credentials.basic("shop", "wrong"))
                .problem(401, "authentication-failed")
                .withoutEffect();
        String token = shopA.token(Credentials.SHOP);
        shopA.requestToken(Credentials.bearer(token)).problem(401, "authentication-failed");
        shopA.requestToken(Credentials.NONE).problem(401, "authentication-failed");
    }

    private String refused(String token) throws IOException {
        String detail =
                shopA.call("it.token")
                        .as(Credentials.bearer(token))
                        .text("data")
                        .send()
                        .problem(401, "authentication-failed")
                        .withoutEffect()
                        .detail();
        assertThat(server.requests()).isZero();
        assertThat(detail).doesNotContain(token);
        return detail;
    }
}
