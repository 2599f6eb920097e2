package io.hansa.proxy.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.failure.Failure;
import java.security.Key;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a peer may and may not put into the tokens that it signs with its own key. */
class PeerTokenTest {
    private static final String CLAIMS = "\"iss\":\"shop-b\",\"aud\":\"shop-a\",\"sub\":\"shop\"";

    private final ManualClock clock = new ManualClock();
    private final SigningKey key = new SigningKey();
    private final Keys keys = new Keys();
    private final TokenVerifier verifier = TokenRules.verifier("shop-a", keys, clock);

    @Test
    void clocksMayDifferByThirtySeconds() throws JoseException {
        accept(30, 90);
        accept(-90, -29);

        assertRefused(
                31,
                91,
                "it was issued 31 s in the future; compare the clocks of both proxies, they may differ by 30 s at most");
        assertRefused(
                -91,
                -30,
                "it expired 30 s ago; compare the clocks of both proxies, they may differ by 30 s at most");
    }

    @Test
    void noTokenLivesLongerThanFiveMinutes() throws JoseException {
        accept(0, 300);

        assertRefused(
                0,
                301,
                "it lives 301 s, a peer's token may live 1 to 300 s; shorten it at the peer");
        assertRefused(0, 10L * 365 * 86_400, "it lives 315360000 s");
        assertRefused(0, 0, "it lives 0 s");
    }

    @Test
    void aRememberedTokenEndsWithItsKey() throws JoseException {
        String token = token(0, 60);
        TokenRules.verify(verifier, token);
        keys.key = null;

        assertThatThrownBy(() -> TokenRules.verify(verifier, token))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure ->
                                assertThat(failure.extensions())
                                        .containsEntry("tokenFault", "key-unknown"));
        assertThat(keys.missed).isEqualTo(1);
    }

    @Test
    void tokenSignedBeforeEnablingIsRefused() throws JoseException {
        String token = token(0, 60);
        TokenRules.verify(verifier, token);
        keys.acceptedFrom = clock.instant().plusSeconds(1);

        assertThatThrownBy(() -> TokenRules.verify(verifier, token))
                .hasMessageContaining("it was issued before the peer was enabled here");
    }

    @Test
    void forbiddenPeerIsRefusedBeforeKeyLookup() throws JoseException {
        String token = token(0, 60);
        Failure refused = TokenFault.refused("stop");

        assertThatThrownBy(
                        () ->
                                verifier.verify(
                                        token,
                                        issuer -> {
                                            throw refused;
                                        },
                                        false))
                .isSameAs(refused);
        assertThat(keys.found).isZero();
    }

    @Test
    void aTokenForOneRequestIsNotRemembered() throws JoseException {
        String token = token(0, 60);
        verifier.verify(token, issuer -> {}, true);
        verifier.verify(token, issuer -> {}, true);

        assertThat(keys.found).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"kid\":\"k\"}",
                "{\"alg\":\"HS256\",\"kid\":\"k\"}",
                "{\"alg\":\"ES384\",\"kid\":\"k\"}",
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"ES256\",\"kid\":7}",
                "{\"alg\":[\"ES256\"],\"kid\":\"k\"}",
                "[]",
                "7"
            })
    void noKeyIsFetchedForWhatIsNoTokenOfOurs(String header) {
        assertThatThrownBy(() -> TokenRules.verify(verifier, unsigned(header, body(0, 60))))
                .isInstanceOf(Failure.class);

        assertThat(keys.found).isZero();
        assertThat(keys.missed).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"iat\":0,\"exp\":1e300",
                "\"iat\":1e300,\"exp\":1e300",
                "\"iat\":-1e300,\"exp\":9e18",
                "\"iat\":\"x\",\"exp\":1",
                "\"iat\":0,\"exp\":-5",
                "\"iat\":0,\"exp\":123456789012345678901234567890123456789012345678901234567890",
                "\"iat\":null,\"exp\":null",
                "\"iat\":{},\"exp\":[]"
            })
    void numbersOutOfBoundsAreRefused(String times) throws JoseException {
        String token = sign("{" + CLAIMS + "," + times + "}");

        assertThatThrownBy(() -> TokenRules.verify(verifier, token)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sub\":7",
                "\"sub\":{}",
                "\"sub\":[\"shop\"]",
                "\"sub\":\"\"",
                "\"jti\":7",
                "\"aud\":7",
                "\"aud\":{}",
                "\"nbf\":1e300"
            })
    void claimsOfAnotherKindAreRefused(String claim) throws JoseException {
        String token = sign(body(0, 60).replaceFirst("}$", "," + claim + "}"));

        assertThatThrownBy(() -> TokenRules.verify(verifier, token)).isInstanceOf(Failure.class);
    }

    @Test
    void depthIsNoDefect() throws JoseException {
        String deep = "[".repeat(2000) + "]".repeat(2000);
        String open = "[".repeat(5000);
        for (String json :
                new String[] {
                    body(0, 60).replaceFirst("}$", ",\"act\":" + deep + "}"),
                    body(0, 60).replaceFirst("}$", ",\"act\":" + open)
                }) {
            String token = sign(json);
            assertThatThrownBy(() -> TokenRules.verify(verifier, token))
                    .isInstanceOf(Failure.class);
        }
        assertThatThrownBy(
                        () ->
                                TokenRules.verify(
                                        verifier, unsigned("{\"alg\":" + deep + "}", body(0, 60))))
                .isInstanceOf(Failure.class);
    }

    @Test
    void unknownCriticalExtensionIsRefused() throws JoseException {
        JsonWebSignature token = signed(body(0, 60));
        token.setHeader("crit", java.util.List.of("b64x"));
        token.setHeader("b64x", "1");
        token.setKnownCriticalHeaders("b64x");
        String text = token.getCompactSerialization();

        assertThatThrownBy(() -> TokenRules.verify(verifier, text)).isInstanceOf(Failure.class);
    }

    private void accept(long issued, long expires) throws JoseException {
        assertThat(TokenRules.verify(verifier, token(issued, expires)).account()).isEqualTo("shop");
    }

    private void assertRefused(long issued, long expires, String words) throws JoseException {
        String token = token(issued, expires);
        assertThatThrownBy(() -> TokenRules.verify(verifier, token))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(words);
    }

    private String token(long issued, long expires) throws JoseException {
        return sign(body(issued, expires));
    }

    private String body(long issued, long expires) {
        long now = clock.instant().getEpochSecond();
        return "{%s,\"iat\":%d,\"exp\":%d}".formatted(CLAIMS, now + issued, now + expires);
    }

    private String sign(String claims) throws JoseException {
        return signed(claims).getCompactSerialization();
    }

    private JsonWebSignature signed(String claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue("ES256");
        token.setKeyIdHeaderValue(key.id());
        token.setKey(key.privateKey());
        token.setPayload(claims);
        return token;
    }

    private static String unsigned(String header, String claims) {
        var base64 = java.util.Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(header.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "."
                + base64.encodeToString(claims.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "."
                + "A".repeat(86);
    }

    private final class Keys implements VerificationKeys {
        private Key key = PeerTokenTest.this.key.publicKey();
        private Instant acceptedFrom = Instant.MIN;
        private int found;
        private int missed;

        @Override
        public Optional<Key> find(String issuer, String keyId) {
            found++;
            return Optional.ofNullable(key);
        }

        @Override
        public void missed(String issuer) {
            missed++;
        }

        @Override
        public Instant acceptedFrom(String issuer) {
            return acceptedFrom;
        }
    }
}
