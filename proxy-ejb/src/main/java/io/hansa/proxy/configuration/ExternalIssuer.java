package io.hansa.proxy.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * An issuer outside this proxy whose tokens are accepted; settings {@code hansa.issuers.{name}.…}.
 *
 * @param url {@code url}: what its tokens say in {@code iss}
 * @param keys {@code jwks-url}; null: OpenID Connect Discovery at the url tells it
 * @param audience {@code audience}: what its tokens must name in {@code aud}
 * @param account {@code account}: the account of a token, with claims in braces: {@code corp-{sub}}
 * @param groups of this proxy by the issuer's group
 * @param clockTolerance {@code clock-tolerance-seconds}
 */
public record ExternalIssuer(
        String url,
        URI keys,
        String audience,
        String account,
        Groups groups,
        Duration clockTolerance) {
    /**
     * Groups that a token adds to those of its account.
     *
     * @param claim {@code groups-claim}: an array of texts, or one text
     * @param own {@code groups}: this proxy's group by the issuer's; others add nothing
     */
    public record Groups(String claim, Map<String, String> own) {
        public Groups {
            own = Map.copyOf(own);
        }
    }
}
