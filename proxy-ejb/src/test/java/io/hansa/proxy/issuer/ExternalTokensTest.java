package io.hansa.proxy.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.token.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class ExternalTokensTest {
    private final ManualClock clock = new ManualClock();
    private final IssuerTokens issuer = new IssuerTokens("https://idp.test", "hansa", clock);

    @Test
    void eachKeyVerifiesItsOwnAlgorithm() {
        for (String token :
                new String[] {
                    issuer.sign(issuer.claims("alice")),
                    issuer.sign(
                            issuer.claims("alice"),
                            issuer.elliptic(),
                            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256),
                    issuer.sign(
                            issuer.claims("alice"), issuer.edwards(), AlgorithmIdentifiers.EDDSA)
                }) {
            assertThat(issuer.tokens().verify(token))
                    .get()
                    .extracting(ExternalIdentity::account)
                    .isEqualTo("alice");
        }
    }

    @Test
    void onlyMappedGroupsAreAdded() {
        assertThat(issuer.tokens().verify(issuer.sign(issuer.claims("alice", "idp-buyers", "x"))))
                .get()
                .satisfies(found -> assertThat(found.groups()).containsExactly("buyers"));
    }

    @Test
    void tokenOfAnotherIssuerIsLeftToOthers() {
        JwtClaims claims = issuer.claims("alice");
        claims.setIssuer("shop-a");

        assertThat(issuer.tokens().verify(issuer.sign(claims))).isEmpty();
        assertThat(issuer.tokens().verify("no token")).isEmpty();
        assertThat(issuer.tokens().verify("a.b.c")).isEmpty();
    }

    @Test
    void anotherAudienceIsRefused() {
        JwtClaims claims = issuer.claims("alice");
        claims.setAudience("another");

        assertRefused(issuer.sign(claims), "audience is not hansa");
    }

    @Test
    void aTokenWithoutSignatureIsRefused() throws JoseException {
        JsonWebSignature none = new JsonWebSignature();
        none.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.ALLOW_ONLY_NONE);
        none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        none.setKeyIdHeaderValue("rsa");
        none.setPayload(issuer.claims("alice").toJson());

        assertRefused(none.getCompactSerialization(), "was refused");
    }

    /** The known algorithm confusion: the public key as the secret of an HMAC. */
    @Test
    void aPublicKeyIsNoSecret() throws JoseException {
        JsonWebSignature forged = new JsonWebSignature();
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        forged.setKeyIdHeaderValue("rsa");
        forged.setKey(new HmacKey(issuer.rsa().getPublicKey().getEncoded()));
        forged.setPayload(issuer.claims("alice").toJson());

        assertRefused(forged.getCompactSerialization(), "its key is not one of");
    }

    @Test
    void anotherAlgorithmOfTheSameKeyIsRefused() {
        assertRefused(
                issuer.sign(
                        issuer.claims("alice"),
                        issuer.rsa(),
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256),
                "its key is not one of");
    }

    @Test
    void aChangedTokenIsRefused() {
        String[] parts = issuer.sign(issuer.claims("alice")).split("\\.");
        String other =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                issuer.claims("admin").toJson().getBytes(StandardCharsets.UTF_8));

        assertRefused(parts[0] + "." + other + "." + parts[2], "signature is wrong");
    }

    @Test
    void tokenEndsAfterItsTimeAndLeeway() {
        String token = issuer.sign(issuer.claims("alice"));
        clock.forward(Duration.ofSeconds(89));
        assertThat(issuer.tokens().verify(token)).isPresent();

        clock.forward(Duration.ofSeconds(1));

        assertRefused(token, "it expired");
    }

    @Test
    void tokenWithoutTimesIsRefused() {
        JwtClaims forEver = issuer.claims("alice");
        forEver.unsetClaim("exp");
        JwtClaims undated = issuer.claims("alice");
        undated.unsetClaim("iat");
        JwtClaims early = issuer.claims("alice");
        early.setNotBefore(NumericDate.fromSeconds(clock.instant().getEpochSecond() + 31));

        assertRefused(issuer.sign(forEver), "iat and exp");
        assertRefused(issuer.sign(undated), "iat and exp");
        assertRefused(issuer.sign(early), "not valid yet");
    }

    @Test
    void claimsThatMakeNoNameAreRefused() {
        assertRefused(issuer.sign(issuer.claims("a b")), "no name of an account");
        assertRefused(issuer.sign(issuer.claims("x".repeat(101))), "no text of 1 to 100");
        JwtClaims nobody = issuer.claims("alice");
        nobody.unsetClaim("sub");
        assertRefused(issuer.sign(nobody), "its claim sub is no text");
    }

    private void assertRefused(String token, String words) {
        assertThatThrownBy(() -> issuer.tokens().verify(token))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(ErrorCode.AUTHENTICATION_FAILED))
                .hasMessageContaining("https://idp.test")
                .hasMessageContaining(words);
    }
}
