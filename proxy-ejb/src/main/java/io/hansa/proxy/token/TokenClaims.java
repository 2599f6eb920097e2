package io.hansa.proxy.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** The claims that Hansa reads from a token, each with its bounds. */
public final class TokenClaims {
    /** Actor, nested (RFC 8693, section 4.1). */
    public static final String ACTOR = "act";

    /** Confirmation (RFC 7800) by the thumbprint of a certificate (RFC 8705, section 3.1). */
    public static final String CONFIRMATION = "cnf";

    public static final String THUMBPRINT = "x5t#S256";

    /** Private: the generation of the account's credentials, in this proxy's own tokens. */
    static final String GENERATION = "gen";

    /** An account of 100 characters behind the id of a proxy, and some room. */
    static final int MAX_SUBJECT = 210;

    public static final int MAX_ACTORS = 8;

    private static final int MAX_ID = 128;
    private static final long MAX_SECONDS = 253_402_300_799L; // the end of the year 9999

    private TokenClaims() {}

    /**
     * @throws MalformedClaimException for what is of another type than it must be, or out of its
     *     bounds
     */
    static VerifiedToken read(JwtClaims claims, String keyId) throws MalformedClaimException {
        return new VerifiedToken(
                bounded("iss", claims.getIssuer(), MAX_SUBJECT),
                bounded("sub", claims.getSubject(), MAX_SUBJECT),
                new VerifiedToken.Validity(start(claims), instant(claims, "exp")),
                new VerifiedToken.Proof(keyId, id(claims), thumbprint(claims)),
                actors(claims),
                generation(claims));
    }

    private static String id(JwtClaims claims) throws MalformedClaimException {
        String id = claims.getJwtId();
        return id == null ? null : bounded("jti", id, MAX_ID);
    }

    /** The later of both where the token says from when it is valid. */
    private static Instant start(JwtClaims claims) throws MalformedClaimException {
        Instant issued = instant(claims, "iat");
        Instant notBefore = claims.hasClaim("nbf") ? instant(claims, "nbf") : issued;
        return notBefore.isAfter(issued) ? notBefore : issued;
    }

    private static Instant instant(JwtClaims claims, String name) throws MalformedClaimException {
        Number seconds = claims.getClaimValue(name, Number.class);
        if (seconds == null
                || !(seconds.doubleValue() >= 0 && seconds.doubleValue() <= MAX_SECONDS)) {
            throw malformed(name);
        }
        return Instant.ofEpochSecond(seconds.longValue());
    }

    private static String thumbprint(JwtClaims claims) throws MalformedClaimException {
        Map<?, ?> confirmation = claims.getClaimValue(CONFIRMATION, Map.class);
        if (confirmation == null) {
            return null;
        }
        if (confirmation.get(THUMBPRINT) instanceof String thumbprint) {
            return bounded(CONFIRMATION, thumbprint, MAX_ID);
        }
        throw malformed(CONFIRMATION);
    }

    private static List<String> actors(JwtClaims claims) throws MalformedClaimException {
        List<String> actors = new ArrayList<>();
        Map<?, ?> actor = claims.getClaimValue(ACTOR, Map.class);
        while (actor != null) {
            if (actors.size() == MAX_ACTORS || !(actor.get("sub") instanceof String subject)) {
                throw malformed(ACTOR);
            }
            actors.add(bounded(ACTOR, subject, MAX_SUBJECT));
            Object next = actor.get(ACTOR);
            if (next != null && !(next instanceof Map)) {
                throw malformed(ACTOR);
            }
            actor = (Map<?, ?>) next;
        }
        return actors;
    }

    private static Long generation(JwtClaims claims) throws MalformedClaimException {
        Object generation = claims.getClaimValue(GENERATION);
        if (generation == null || generation instanceof Long) {
            return (Long) generation;
        }
        throw malformed(GENERATION);
    }

    private static String bounded(String claim, String text, int max)
            throws MalformedClaimException {
        if (text == null || text.isBlank() || text.length() > max) {
            throw malformed(claim);
        }
        return text;
    }

    private static MalformedClaimException malformed(String claim) {
        return new MalformedClaimException(
                "claim %s is not what it must be, or too long".formatted(claim));
    }
}
