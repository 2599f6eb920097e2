package io.hansa.proxy.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.ExternalIssuer;
import io.hansa.proxy.configuration.ExternalIssuers;
import io.hansa.proxy.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies tokens of external issuers, each once until it expires or its key goes. Only tokens that
 * were found right are remembered. Safe for many threads; never waits.
 */
public final class ExternalTokens {
    private static final int LONGEST = 8192;
    private static final long MAX_REMEMBERED = 16L << 20;

    private record Remembered(ExternalIssuer issuer, ExternalIdentity identity, Key key) {}

    private final ExternalIssuers issuers;
    private final IssuerKeys keys;
    private final Clock clock;
    private final Cache<String, Remembered> remembered =
            Caffeine.newBuilder()
                    .maximumWeight(MAX_REMEMBERED)
                    .weigher((String token, Remembered verified) -> token.length())
                    .executor(Runnable::run)
                    .build();

    ExternalTokens(ExternalIssuers issuers, IssuerKeys keys, Clock clock) {
        this.issuers = issuers;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether there is any external issuer. */
    public boolean areAccepted() {
        return !issuers.byUrl().isEmpty();
    }

    /**
     * The account that the token authenticates; empty if it names no external issuer.
     *
     * @throws Failure AUTHENTICATION_FAILED with what is wrong with the token
     */
    public Optional<ExternalIdentity> verify(String token) {
        Remembered known = remembered.getIfPresent(token);
        if (known != null && keys.of(known.issuer()).contains(known.key())) {
            requireInTime(known);
            return Optional.of(known.identity());
        }
        ExternalIssuer issuer = issuer(token);
        if (issuer == null) {
            return Optional.empty();
        }
        Remembered verified = verify(token, issuer);
        remembered.put(token, verified);
        return Optional.of(verified.identity());
    }

    /** Before the signature is checked: it decides only by whose keys that is done. */
    private ExternalIssuer issuer(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.length() > LONGEST) {
            return null;
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(token.substring(first + 1, second));
            JwtClaims claims = JwtClaims.parse(new String(payload, StandardCharsets.UTF_8));
            return claims.getClaimValue("iss") instanceof String named
                    ? issuers.byUrl().get(named)
                    : null;
        } catch (IllegalArgumentException | InvalidJwtException unreadable) {
            return null;
        }
    }

    private Remembered verify(String token, ExternalIssuer issuer) {
        try {
            JwtContext read =
                    new JwtConsumerBuilder()
                            .setJwsAlgorithmConstraints(
                                    new AlgorithmConstraints(
                                            ConstraintType.PERMIT,
                                            AlgorithmIdentifiers.RSA_USING_SHA256,
                                            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                                            AlgorithmIdentifiers.EDDSA))
                            .setVerificationKeyResolver((signed, nesting) -> key(signed, issuer))
                            .setExpectedIssuer(issuer.url())
                            .setExpectedAudience(issuer.audience())
                            .setRequireExpirationTime()
                            .setRequireIssuedAt()
                            .setEvaluationTime(
                                    NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                            .setAllowedClockSkewInSeconds((int) issuer.clockTolerance().toSeconds())
                            .build()
                            .process(token);
            Key key = ((JsonWebSignature) read.getJoseObjects().get(0)).getKey();
            return new Remembered(issuer, IdentityClaims.read(issuer, read.getJwtClaims()), key);
        } catch (InvalidJwtException wrong) {
            throw refused(issuer, reason(issuer, wrong));
        } catch (MalformedClaimException wrong) {
            throw refused(issuer, wrong.getMessage());
        }
    }

    private Key key(JsonWebSignature signed, ExternalIssuer issuer)
            throws UnresolvableKeyException {
        return keys.of(issuer)
                .find(signed.getKeyIdHeaderValue(), signed.getAlgorithmHeaderValue())
                .orElseThrow(
                        () -> {
                            keys.missed(issuer);
                            return new UnresolvableKeyException("unknown");
                        });
    }

    private void requireInTime(Remembered known) {
        Instant end = known.identity().expiresAt().plus(known.issuer().clockTolerance());
        if (!clock.instant().isBefore(end)) {
            throw refused(known.issuer(), "it expired; ask the issuer for a new one");
        }
    }

    private static String reason(ExternalIssuer issuer, InvalidJwtException wrong) {
        if (wrong.getCause() instanceof UnresolvableKeyException) {
            return "its key is not one of the issuer's for RS256, ES256 or EdDSA that are known here; wait a moment, in which they are fetched again";
        }
        if (wrong.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "it expired; ask the issuer for a new one";
        }
        if (wrong.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                || wrong.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "its audience is not %s, as hansa.issuers names it".formatted(issuer.audience());
        }
        if (wrong.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
            return "its signature is wrong";
        }
        if (wrong.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "it is not valid yet; compare the clocks of the issuer and this node";
        }
        return "it is not a signed token with issuer, audience, iat and exp";
    }

    private static Failure refused(ExternalIssuer issuer, String reason) {
        return Failure.of(
                ErrorCode.AUTHENTICATION_FAILED,
                "The bearer token of %s was refused: %s.".formatted(issuer.url(), reason));
    }
}
