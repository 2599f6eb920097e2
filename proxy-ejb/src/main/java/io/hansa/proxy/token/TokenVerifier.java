package io.hansa.proxy.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.proxy.configuration.PeerTokenLimits;
import io.hansa.proxy.failure.Failure;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * Verifies a token once and remembers it until it expires or its key goes. Only valid tokens are
 * remembered, so that invalid ones cannot push them out. Safe for many threads; never waits.
 */
public final class TokenVerifier {
    private static final int LONGEST = 8192;
    private static final long MOST_CHARACTERS_REMEMBERED = 64L << 20;
    private static final String EXPIRED = "it expired; ask for a new one";

    private record Remembered(VerifiedToken token, Key key) {}

    private final String audience;
    private final VerificationKeys keys;
    private final PeerTokenTimes times;
    private final Clock clock;
    private final Cache<String, Remembered> remembered =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS_REMEMBERED)
                    .weigher((String token, Remembered verified) -> token.length())
                    .executor(Runnable::run)
                    .build();

    /**
     * @param audience this proxy's id
     */
    public TokenVerifier(
            String audience, VerificationKeys keys, PeerTokenLimits limits, Clock clock) {
        this.audience = audience;
        this.keys = keys;
        this.times = new PeerTokenTimes(limits);
        this.clock = clock;
    }

    /**
     * @param admission throws a {@link Failure} for an issuer that may not ask; called before a key
     *     is looked for, and for this proxy's own id, too
     * @param once whether a peer's token is to serve this once, and so is not worth remembering
     * @throws Failure AUTHENTICATION_FAILED with what is wrong with the token
     */
    public VerifiedToken verify(String token, Consumer<String> admission, boolean once) {
        Remembered known = remembered.getIfPresent(token);
        if (known != null) {
            admission.accept(known.token().issuer());
            if (isCurrent(known)) {
                inTime(known.token());
                return known.token();
            }
            remembered.invalidate(token);
        }
        Remembered verified = verifyAnew(token, admission);
        inTime(verified.token());
        if (!once || own(verified.token())) {
            remembered.put(token, verified);
        }
        return verified.token();
    }

    /** Whether the token was found right before: then no other issuer's keys are asked. */
    public boolean remembers(String token) {
        return remembered.getIfPresent(token) != null;
    }

    /** When the token is not valid any more. */
    public Instant end(VerifiedToken token) {
        return own(token) ? token.expiresAt() : times.end(token);
    }

    private boolean own(VerifiedToken token) {
        return token.issuer().equals(audience);
    }

    /** Its key may have been withdrawn, or its issuer's entry disabled or changed. */
    private boolean isCurrent(Remembered known) {
        return keys.find(known.token().issuer(), known.token().proof().keyId())
                .filter(key -> key.equals(known.key()))
                .isPresent();
    }

    private void inTime(VerifiedToken token) {
        Instant now = clock.instant();
        if (!own(token)) {
            times.check(token, now);
            requireTrustedThen(token);
        } else if (!now.isBefore(token.expiresAt())) {
            throw TokenFault.refused(EXPIRED);
        }
    }

    /** A token tells whole seconds. */
    private void requireTrustedThen(VerifiedToken token) {
        Instant from = keys.acceptedFrom(token.issuer());
        if (token.issuedAt().getEpochSecond() < from.getEpochSecond()) {
            throw TokenFault.OUTDATED.failure(
                    "it was issued before the peer was enabled here; ask for a new one");
        }
    }

    private Remembered verifyAnew(String token, Consumer<String> admission) {
        if (token.length() > LONGEST) {
            throw TokenFault.refused("it is longer than " + LONGEST + " characters");
        }
        try {
            JwtContext read = consumer(admission).process(token);
            JsonWebSignature signed = (JsonWebSignature) read.getJoseObjects().get(0);
            return new Remembered(
                    TokenClaims.read(read.getJwtClaims(), signed.getKeyIdHeaderValue()),
                    signed.getKey());
        } catch (InvalidJwtException wrong) {
            if (wrong.getCause() instanceof Failure refused) {
                throw refused;
            }
            throw TokenFault.refused(reason(wrong));
        } catch (MalformedClaimException wrong) {
            throw TokenFault.refused(wrong.getMessage());
        }
    }

    /** Times are checked afterwards: those of peers are others than those of this proxy. */
    private JwtConsumer consumer(Consumer<String> admission) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT,
                                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(new IssuerKeys(keys, admission))
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setRequireIssuedAt()
                .setEvaluationTime(NumericDate.fromSeconds(0))
                .setAllowedClockSkewInSeconds(Integer.MAX_VALUE)
                .build();
    }

    private static String reason(InvalidJwtException wrong) {
        if (wrong.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                || wrong.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "it was issued for another proxy";
        }
        if (wrong.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
            return "its signature is wrong";
        }
        return "it is not a token signed with ES256 by this proxy or by a peer that is known here";
    }
}
