package io.hansa.proxy.issuer;

import io.hansa.proxy.configuration.ExternalIssuer;
import io.hansa.proxy.document.Name;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** Reads account and groups from the claims of an issuer, as its settings say. */
final class IdentityClaims {
    private static final Pattern CLAIM = Pattern.compile("\\{([^}]+)}");
    private static final int MAX_NAME = 100;

    private IdentityClaims() {}

    /**
     * @throws MalformedClaimException with what is wrong, without the claim's value
     */
    static ExternalIdentity read(ExternalIssuer issuer, JwtClaims claims)
            throws MalformedClaimException {
        return new ExternalIdentity(
                account(issuer.account(), claims),
                groups(issuer.groups(), claims),
                Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    private static String account(String template, JwtClaims claims)
            throws MalformedClaimException {
        Matcher claim = CLAIM.matcher(template);
        StringBuilder name = new StringBuilder();
        while (claim.find()) {
            if (!(claims.getClaimValue(claim.group(1)) instanceof String text)
                    || text.isEmpty()
                    || text.length() > MAX_NAME) {
                throw new MalformedClaimException(
                        "its claim %s is no text of 1 to 100 characters".formatted(claim.group(1)));
            }
            claim.appendReplacement(name, Matcher.quoteReplacement(text));
        }
        String account = claim.appendTail(name).toString();
        if (!Name.isOne(account)) {
            throw new MalformedClaimException("its claims make no name of an account");
        }
        return account;
    }

    private static Set<String> groups(ExternalIssuer.Groups mapping, JwtClaims claims) {
        Object value = claims.getClaimValue(mapping.claim());
        Collection<?> theirs = value instanceof Collection<?> many ? many : List.of();
        if (value instanceof String one) {
            theirs = List.of(one);
        }
        Set<String> own = new HashSet<>();
        for (Object group : theirs) {
            if (group instanceof String text && mapping.own().containsKey(text)) {
                own.add(mapping.own().get(text));
            }
        }
        return own;
    }
}
