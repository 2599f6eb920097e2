package io.hansa.proxy.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.time.Clock;
import java.time.Instant;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * Verifies a token once and remembers it until it expires. Only tokens that were found right are
 * remembered, so that nobody can push them out with rubbish. Safe for many threads.
 */
public final class TokenVerifier {
    private static final int LONGEST = 8192;
    private static final long MOST_CHARACTERS_REMEMBERED = 64L << 20;

    private final String audience;
    private final VerificationKeys keys;
    private final Clock clock;
    private final Cache<String, VerifiedToken> remembered =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS_REMEMBERED)
                    .weigher((String token, VerifiedToken verified) -> token.length())
                    .executor(Runnable::run)
                    .build();

    /** @param audience this proxy's id */
    public TokenVerifier(String audience, VerificationKeys keys, Clock clock) {
        this.audience = audience;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws Failure AUTHENTICATION_FAILED with what is wrong with the token */
    public VerifiedToken verify(String token) {
        VerifiedToken known = remembered.getIfPresent(token);
        if (known == null) {
            known = verifyAnew(token);
            remembered.put(token, known);
        } else if (!clock.instant().isBefore(known.expiresAt())) {
            remembered.invalidate(token);
            throw refused("it expired; ask for a new one");
        }
        return known;
    }

    private VerifiedToken verifyAnew(String token) {
        if (token.length() > LONGEST) {
            throw refused("it is longer than " + LONGEST + " characters");
        }
        Instant now = clock.instant();
        JwtConsumer consumer =
                new JwtConsumerBuilder()
                        .setJwsAlgorithmConstraints(
                                new AlgorithmConstraints(
                                        ConstraintType.PERMIT,
                                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                        .setVerificationKeyResolver(new IssuerKeys(keys))
                        .setExpectedAudience(audience)
                        .setRequireExpirationTime()
                        .setRequireSubject()
                        .setRequireIssuedAt()
                        .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                        .build();
        try {
            JwtContext read = consumer.process(token);
            return TokenClaims.read(
                    read.getJwtClaims(), read.getJoseObjects().get(0).getKeyIdHeaderValue());
        } catch (InvalidJwtException wrong) {
            throw refused(reason(wrong));
        } catch (MalformedClaimException wrong) {
            throw refused(wrong.getMessage());
        }
    }

    private static String reason(InvalidJwtException wrong) {
        if (wrong.hasExpired()) {
            return "it expired; ask for a new one";
        }
        if (wrong.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                || wrong.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "it was issued for another proxy";
        }
        if (wrong.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
            return "its signature is wrong";
        }
        return "it is not a token signed with ES256 by this proxy or by a peer that is known here";
    }

    private static Failure refused(String reason) {
        return Failure.of(
                ErrorCode.AUTHENTICATION_FAILED, "The bearer token was refused: " + reason + ".");
    }
}
