package io.hansa.it.system;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** An OpenID provider on the loopback address: one for all tests of this JVM, until it ends. */
public final class OpenIdProvider {
    /** What proxies call it in their settings. */
    public static final String NAME = "corp";

    public static final String AUDIENCE = "hansa-it";
    private static final long EXPIRES_SECONDS = 300;
    private static final MockOAuth2Server SERVER = start();

    private OpenIdProvider() {}

    private static MockOAuth2Server start() {
        MockOAuth2Server server = new MockOAuth2Server();
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    /** A proxy's settings that accept its tokens; one of its groups is a group of the proxy's. */
    public static Map<String, String> settings() {
        return Map.of(
                "hansa.issuers",
                NAME,
                "hansa.issuers.corp.url",
                SERVER.issuerUrl(NAME).toString(),
                "hansa.issuers.corp.audience",
                AUDIENCE,
                "hansa.issuers.corp.groups",
                "idp-buyers=buyers");
    }

    /** The same as variables of the environment. */
    public static Map<String, String> variables() {
        return Map.of(
                "HANSA_ISSUERS",
                NAME,
                "HANSA_ISSUERS_CORP_URL",
                SERVER.issuerUrl(NAME).toString(),
                "HANSA_ISSUERS_CORP_AUDIENCE",
                AUDIENCE,
                "HANSA_ISSUERS_CORP_GROUPS",
                "idp-buyers=buyers");
    }

    /** A token that it issues and signs with RS256. */
    public static Credentials token(String subject, String audience, String... groups) {
        return Credentials.bearer(
                SERVER.issueToken(
                                NAME,
                                subject,
                                audience,
                                Map.of("groups", List.of(groups)),
                                EXPIRES_SECONDS)
                        .serialize());
    }
}
