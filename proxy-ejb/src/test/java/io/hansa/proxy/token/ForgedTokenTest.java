package io.hansa.proxy.token;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.failure.Failure;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** All that an attacker without the issuer's private key may try. */
class ForgedTokenTest {
    private static final String NO_TOKEN_OF_OURS =
            "it is not a token signed with ES256 by this proxy or by a peer that is known here";

    private static final String UNKNOWN_KEY =
            "its key is not known here; ask for a new token, or, as a peer, wait a moment until the new key was fetched";

    private final ManualClock clock = new ManualClock();
    private final Keyring keys = new Keyring();
    private final TokenVerifier verifier = TokenRules.verifier("shop-a", keys, clock);

    @Test
    void anotherKeyUnderTheSameIdIsRefused() throws JoseException {
        SigningKey stolenName = new SigningKey();

        assertRefused(
                signed(
                        claims("shop-a"),
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        stolenName.privateKey(),
                        keys.of("shop-a").id()),
                "its signature is wrong");
    }

    @Test
    void aChangedClaimIsRefused() {
        String[] parts = issued("shop-a").split("\\.");
        String other = issued("shop-b").split("\\.")[1];

        assertRefused(parts[0] + "." + other + "." + parts[2], "its signature is wrong");
    }

    @Test
    void noSignatureAtAllIsRefused() throws JoseException {
        assertRefused(
                signed(claims("shop-a"), AlgorithmIdentifiers.NONE, null, keys.of("shop-a").id()),
                NO_TOKEN_OF_OURS);
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws JoseException {
        SigningKey own = keys.of("shop-a");

        assertRefused(
                signed(
                        claims("shop-a"),
                        AlgorithmIdentifiers.HMAC_SHA256,
                        new HmacKey(own.publicKey().getEncoded()),
                        own.id()),
                NO_TOKEN_OF_OURS);
    }

    @Test
    void aPeerCannotSignInThisProxysName() throws JoseException {
        SigningKey peer = keys.of("shop-b");
        keys.of("shop-a");

        assertRefused(es256(claims("shop-a"), peer), UNKNOWN_KEY);
    }

    @Test
    void aPeerCannotSignInAnotherPeersName() throws JoseException {
        keys.of("tickets");

        assertRefused(es256(claims("tickets"), keys.of("shop-b")), UNKNOWN_KEY);
    }

    @Test
    void tokenOfAnUnknownIssuerIsRefused() {
        assertRefused(
                new TokenIssuer("stranger", SigningKey::new, clock)
                        .forPeer("shop", List.of(), "shop-a", Duration.ofMinutes(1))
                        .text(),
                UNKNOWN_KEY);
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() throws JoseException {
        JwtClaims forEver = claims("shop-a");
        forEver.unsetClaim("exp");

        assertRefused(es256(forEver, keys.of("shop-a")), NO_TOKEN_OF_OURS);
    }

    @Test
    void tokenWithoutAudienceIsRefused() throws JoseException {
        JwtClaims forAll = claims("shop-a");
        forAll.unsetClaim("aud");

        assertRefused(es256(forAll, keys.of("shop-a")), "it was issued for another proxy");
    }

    private String issued(String account) {
        return new TokenIssuer("shop-a", () -> keys.of("shop-a"), clock)
                .forPeer(account, List.of(), "shop-a", Duration.ofMinutes(1))
                .text();
    }

    private JwtClaims claims(String issuer) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience("shop-a");
        claims.setSubject("admin");
        claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond() + 60));
        return claims;
    }

    private static String es256(JwtClaims claims, SigningKey key) throws JoseException {
        return signed(
                claims,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                key.privateKey(),
                key.id());
    }

    private static String signed(JwtClaims claims, String algorithm, Key key, String keyId)
            throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(keyId);
        token.setKey(key);
        token.setPayload(claims.toJson());
        return token.getCompactSerialization();
    }

    private void assertRefused(String token, String reason) {
        assertThatThrownBy(() -> TokenRules.verify(verifier, token))
                .isInstanceOf(Failure.class)
                .hasMessage("The bearer token was refused: " + reason + ".");
    }
}
