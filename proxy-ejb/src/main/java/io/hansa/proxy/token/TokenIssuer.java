package io.hansa.proxy.token;

import io.hansa.proxy.account.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs tokens in this proxy's name. Safe for many threads. */
public final class TokenIssuer {
    private final String proxy;
    private final Supplier<SigningKey> keys;
    private final Clock clock;
    private final String certificate;

    /**
     * @param keys gives the key that signs now
     */
    public TokenIssuer(String proxy, Supplier<SigningKey> keys, Clock clock) {
        this(proxy, keys, clock, null);
    }

    private TokenIssuer(String proxy, Supplier<SigningKey> keys, Clock clock, String certificate) {
        this.proxy = proxy;
        this.keys = keys;
        this.clock = clock;
        this.certificate = certificate;
    }

    /**
     * The same, whose tokens are worth nothing without that client certificate (RFC 8705).
     *
     * @param thumbprint SHA-256 of its DER form, in base64url
     */
    public TokenIssuer boundTo(String thumbprint) {
        return new TokenIssuer(proxy, keys, clock, thumbprint);
    }

    /**
     * For an account of this proxy, to be shown to this proxy. Its roles stand among the groups. It
     * names the generation of the account's credentials, with which it ends.
     */
    public IssuedToken forAccount(Account account, Duration lifetime) {
        List<String> groups = new ArrayList<>(account.groups());
        account.roles().forEach(role -> groups.add(role.name()));
        JwtClaims claims = claims(account.name(), proxy, groups);
        claims.setClaim(TokenClaims.GENERATION, account.tokenGeneration());
        return sign(claims, lifetime);
    }

    /**
     * To be shown to a peer: this proxy asks for an account of its own, or for a caller that came
     * through others.
     *
     * @param actors through whom, the one that asked this proxy first; empty: an account of its own
     */
    public IssuedToken forPeer(
            String subject, List<String> actors, String peer, Duration lifetime) {
        JwtClaims claims = claims(subject, peer, List.of());
        if (!actors.isEmpty()) {
            claims.setClaim(TokenClaims.ACTOR, actors(actors));
        }
        return sign(claims, lifetime);
    }

    /** Nested, this proxy outermost (RFC 8693, section 4.1). */
    private Map<String, Object> actors(List<String> actors) {
        Map<String, Object> nested = null;
        for (int i = actors.size() - 1; i >= -1; i--) {
            Map<String, Object> actor = new LinkedHashMap<>();
            actor.put("sub", i < 0 ? proxy : actors.get(i));
            if (nested != null) {
                actor.put(TokenClaims.ACTOR, nested);
            }
            nested = actor;
        }
        return nested;
    }

    private JwtClaims claims(String account, String audience, List<String> groups) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(proxy);
        claims.setAudience(audience);
        claims.setSubject(account);
        claims.setStringClaim("upn", account);
        claims.setStringListClaim("groups", groups);
        return claims;
    }

    private IssuedToken sign(JwtClaims claims, Duration lifetime) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(lifetime);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        claims.setGeneratedJwtId();
        if (certificate != null) {
            claims.setClaim(TokenClaims.CONFIRMATION, Map.of(TokenClaims.THUMBPRINT, certificate));
        }
        SigningKey key = keys.get();
        JsonWebSignature token = new JsonWebSignature();
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(SigningKey.ALGORITHM);
        token.setKeyIdHeaderValue(key.id());
        token.setKey(key.privateKey());
        token.setPayload(claims.toJson());
        try {
            return new IssuedToken(token.getCompactSerialization(), expiresAt);
        } catch (JoseException defect) {
            throw new IllegalStateException("A token could not be signed.", defect);
        }
    }
}
