package io.hansa.proxy.token;

import io.hansa.proxy.account.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs tokens in this proxy's name. Safe for many threads. */
public final class TokenIssuer {
    private final String proxy;
    private final SigningKey key;
    private final Clock clock;
    private final String certificate;

    public TokenIssuer(String proxy, SigningKey key, Clock clock) {
        this(proxy, key, clock, null);
    }

    private TokenIssuer(String proxy, SigningKey key, Clock clock, String certificate) {
        this.proxy = proxy;
        this.key = key;
        this.clock = clock;
        this.certificate = certificate;
    }

    /**
     * The same, whose tokens are worth nothing without that client certificate (RFC 8705).
     *
     * @param thumbprint SHA-256 of its DER form, in base64url
     */
    public TokenIssuer boundTo(String thumbprint) {
        return new TokenIssuer(proxy, key, clock, thumbprint);
    }

    /**
     * For an account of this proxy, to be shown to this proxy. Its roles stand among the groups. It names the generation of the
     * account's credentials, with which it ends.
     */
    public IssuedToken forAccount(Account account, Duration lifetime) {
        List<String> groups = new ArrayList<>(account.groups());
        account.roles().forEach(role -> groups.add(role.name()));
        return sign(account.name(), proxy, groups, lifetime, account.tokenGeneration());
    }

    /** To be shown to a peer: this proxy asks in the account's name. */
    public IssuedToken forPeer(String account, String peer, Duration lifetime) {
        return sign(account, peer, List.of(), lifetime, null);
    }

    private IssuedToken sign(
            String account,
            String audience,
            List<String> groups,
            Duration lifetime,
            Long generation) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(lifetime);
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(proxy);
        claims.setAudience(audience);
        claims.setSubject(account);
        claims.setStringClaim("upn", account);
        claims.setStringListClaim("groups", groups);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        claims.setGeneratedJwtId();
        if (certificate != null) {
            claims.setClaim(TokenClaims.CONFIRMATION, Map.of(TokenClaims.THUMBPRINT, certificate));
        }
        if (generation != null) {
            claims.setClaim(TokenClaims.GENERATION, generation);
        }
        JsonWebSignature token = new JsonWebSignature();
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
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
