package io.hansa.proxy.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {
    private static final String BASE =
            "{\"iss\":\"shop-b\"\"sub\":\"shop\"\"iat\":1000,\"exp\":1060}";

    @Test
    void everyClaimIsRead() throws Exception {
        VerifiedToken token =
                read(
                        "\"jti\":\"t1\"\"gen\":7,\"cnf\":{\"x5t#S256\":\"abc\"},"
                                + "\"act\":{\"sub\":\"peer:b\"\"act\":{\"sub\":\"peer:a\"}}");

        assertThat(token)
                .isEqualTo(
                        new VerifiedToken(
                                "shop-b",
                                "shop",
                                new VerifiedToken.Validity(
                                        Instant.ofEpochSecond(1000), Instant.ofEpochSecond(1060)),
                                new VerifiedToken.Proof("k1", "t1", "abc"),
                                java.util.List.of("peer:b", "peer:a"),
                                7L));
    }

    @Test
    void missingClaimIsNull() throws Exception {
        VerifiedToken token = read("");

        assertThat(token.actors()).isEmpty();
        assertThat(token.generation()).isNull();
        assertThat(token.proof()).isEqualTo(new VerifiedToken.Proof("k1", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"exp\":1e300",
                "\"exp\":-1",
                "\"exp\":\"soon\"",
                "\"exp\":9999999999999999999999999999",
                "\"iat\":-1e300",
                "\"iat\":{}",
                "\"sub\":7",
                "\"sub\":\"\"",
                "\"jti\":[]",
                "\"gen\":\"x\"",
                "\"gen\":1.5",
                "\"cnf\":\"x\"",
                "\"cnf\":{}",
                "\"cnf\":{\"x5t#S256\":1}",
                "\"act\":[]",
                "\"act\":{}",
                "\"act\":{\"sub\":1}",
                "\"act\":{\"sub\":\"a\"\"act\":\"b\"}"
            })
    void whatIsOfAnotherKindIsRefused(String claim) {
        assertThatThrownBy(() -> read(claim))
                .isInstanceOfAny(MalformedClaimException.class, InvalidJwtException.class);
    }

    @Test
    void aSubjectLongerThanAnyIsRefused() {
        assertThatThrownBy(() -> read("\"sub\":\"" + "x".repeat(211) + "\""))
                .isInstanceOf(MalformedClaimException.class);
    }

    @Test
    void moreThanEightActorsAreRefused() throws Exception {
        assertThat(read("\"act\":" + actors(8)).actors()).hasSize(8);
        assertThatThrownBy(() -> read("\"act\":" + actors(9)))
                .isInstanceOf(MalformedClaimException.class);
    }

    private static String actors(int depth) {
        return "{\"sub\":\"a\"\"act\":".repeat(depth - 1)
                + "{\"sub\":\"a\"}"
                + "}".repeat(depth - 1);
    }

    /** What is given goes before what every token has. */
    private static VerifiedToken read(String more) throws Exception {
        JwtClaims claims = JwtClaims.parse(BASE);
        JwtClaims.parse("{" + more + "}").getClaimsMap().forEach(claims::setClaim);
        return TokenClaims.read(claims, "k1");
    }
}
