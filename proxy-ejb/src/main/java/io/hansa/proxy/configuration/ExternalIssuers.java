package io.hansa.proxy.configuration;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * The issuers outside this proxy whose tokens are accepted: {@code hansa.issuers} names them, and
 * each has settings of its own.
 *
 * @param byUrl by what their tokens say in {@code iss}; empty by default
 */
public record ExternalIssuers(Map<String, ExternalIssuer> byUrl) {
    private static final String LIST = "hansa.issuers";
    private static final Pattern ACCOUNT =
            Pattern.compile("[A-Za-z0-9._-]*(\\{[A-Za-z0-9_.:/-]{1,100}}[A-Za-z0-9._-]*)+");

    public ExternalIssuers {
        byUrl = Map.copyOf(byUrl);
    }

    public static ExternalIssuers from(Config config) {
        Settings settings = new Settings(config);
        Map<String, ExternalIssuer> byUrl = new LinkedHashMap<>();
        for (String name : settings.text(LIST).orElse("").split(",")) {
            if (!name.isBlank()) {
                ExternalIssuer issuer = one(settings, name.strip());
                if (byUrl.put(issuer.url(), issuer) != null) {
                    throw Settings.wrong(LIST, name, "give each issuer a url of its own");
                }
            }
        }
        return new ExternalIssuers(byUrl);
    }

    private static ExternalIssuer one(Settings settings, String name) {
        String prefix = LIST + "." + name + ".";
        String url = required(settings, prefix + "url", "give what its tokens say in iss");
        URI keys = settings.text(prefix + "jwks-url").map(text -> uri(prefix, text)).orElse(null);
        if (keys == null) {
            uri(prefix, url);
        }
        String account = settings.text(prefix + "account").orElse(name + "-{sub}");
        if (!ACCOUNT.matcher(account).matches()) {
            throw Settings.wrong(
                    prefix + "account",
                    account,
                    "give a name with a claim in braces, as corp-{sub}");
        }
        return new ExternalIssuer(
                url,
                keys,
                required(settings, prefix + "audience", "give what its tokens name in aud"),
                account,
                new ExternalIssuer.Groups(
                        settings.text(prefix + "groups-claim").orElse("groups"),
                        groups(prefix + "groups", settings)),
                Duration.ofSeconds(
                        settings.whole(prefix + "clock-tolerance-seconds", 30, 0, 3600)));
    }

    private static String required(Settings settings, String key, String remedy) {
        return settings.text(key)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Settings.wrong(key, "", remedy));
    }

    private static Map<String, String> groups(String key, Settings settings) {
        Map<String, String> own = new HashMap<>();
        for (String pair : settings.text(key).orElse("").split(",")) {
            int equals = pair.lastIndexOf('=');
            if (equals > 0) {
                own.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                throw Settings.wrong(key, pair, "give theirs=ours, separated by commas");
            }
        }
        return own;
    }

    /**
     * Keys that come without TLS could be an attacker's, except on this machine.
     *
     * @throws IllegalArgumentException if it is neither https nor http on a loopback address
     */
    public static URI uri(String prefix, String text) {
        try {
            URI uri = URI.create(text);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null
                    || "http".equals(uri.getScheme()) && isLoopback(uri.getHost())) {
                return uri;
            }
        } catch (IllegalArgumentException noUri) {
            throw Settings.wrong(prefix + "url", text, "give an https address");
        }
        throw Settings.wrong(
                prefix + "url", text, "give an https address; http is for loopback addresses only");
    }

    private static boolean isLoopback(String host) {
        if (host == null || !host.matches("localhost|[0-9.]+|\\[[0-9A-Fa-f:]+]")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
