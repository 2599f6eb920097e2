package io.hansa.proxy.issuer;

import io.hansa.proxy.configuration.ExternalIssuer;
import io.hansa.proxy.configuration.ExternalIssuers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An external issuer in memory, and what a proxy that accepts it verifies with. */
public final class IssuerTokens {
    /** A proxy without external issuers. */
    public static final ExternalTokens NONE =
            new ExternalTokens(new ExternalIssuers(Map.of()), null, Clock.systemUTC());

    private final String url;
    private final String audience;
    private final Clock clock;
    private final ExternalTokens tokens;
    private final IssuerKeys keys;
    private final PublicJsonWebKey rsa;
    private final PublicJsonWebKey elliptic;
    private final PublicJsonWebKey edwards;
    private volatile List<PublicJsonWebKey> published;

    public IssuerTokens(String url, String audience, Clock clock) {
        this.url = url;
        this.audience = audience;
        this.clock = clock;
        try {
            rsa = named("rsa", RsaJwkGenerator.generateJwk(2048));
            elliptic = named("elliptic", EcJwkGenerator.generateJwk(EllipticCurves.P256));
            edwards = named("edwards", OkpJwkGenerator.generateJwk("Ed25519"));
        } catch (JoseException absent) {
            throw new IllegalStateException(absent);
        }
        published = List.of(rsa, elliptic, edwards);
        ExternalIssuer issuer =
                new ExternalIssuer(
                        url,
                        null,
                        audience,
                        "{sub}",
                        new ExternalIssuer.Groups("groups", Map.of("idp-buyers", "buyers")),
                        Duration.ofSeconds(30));
        ExternalIssuers issuers = new ExternalIssuers(Map.of(url, issuer));
        keys = new IssuerKeys(issuers, of -> document(), Runnable::run);
        keys.refresh();
        tokens = new ExternalTokens(issuers, keys, clock);
    }

    private static PublicJsonWebKey named(String id, PublicJsonWebKey key) {
        key.setKeyId(id);
        return key;
    }

    private IssuerKeySet document() {
        StringBuilder all = new StringBuilder("{\"keys\":[");
        for (PublicJsonWebKey key : published) {
            all.append(all.length() > 9 ? "," : "")
                    .append(key.toJson(OutputControlLevel.PUBLIC_ONLY));
        }
        try {
            return IssuerKeySet.parse(all.append("]}").toString());
        } catch (JoseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    public ExternalTokens tokens() {
        return tokens;
    }

    public PublicJsonWebKey rsa() {
        return rsa;
    }

    PublicJsonWebKey elliptic() {
        return elliptic;
    }

    PublicJsonWebKey edwards() {
        return edwards;
    }

    /** Claims of a good token, issued now and valid for a minute. */
    public JwtClaims claims(String subject, String... groups) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond() + 60));
        claims.setStringListClaim("groups", groups);
        return claims;
    }

    public String sign(JwtClaims claims) {
        return sign(claims, rsa, AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    String sign(JwtClaims claims, PublicJsonWebKey key, String algorithm) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
