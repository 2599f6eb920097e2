package io.hansa.proxy.configuration;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * The origins whose pages may use this proxy, in addition to its own. Needed if a load balancer
 * changes scheme, host or port: then the origin that browsers see.
 *
 * @param origins {@code hansa.http.allowed-origins}: separated by commas; none by default
 */
public record AllowedOrigins(Set<HttpOrigin> origins) {
    private static final String KEY = "hansa.http.allowed-origins";

    public AllowedOrigins {
        origins = Set.copyOf(origins);
    }

    public boolean contains(HttpOrigin origin) {
        return origins.contains(origin);
    }

    public static AllowedOrigins from(Config config) {
        Set<HttpOrigin> origins = new HashSet<>();
        String all = new Settings(config).text(KEY).orElse("");
        for (String one : all.isEmpty() ? new String[0] : all.split(",", -1)) {
            origins.add(
                    HttpOrigin.parse(one)
                            .orElseThrow(
                                    () ->
                                            Settings.wrong(
                                                    KEY,
                                                    all,
                                                    "give origins separated by commas, such as"
                                                            + " https://hansa.example:8443")));
        }
        return new AllowedOrigins(origins);
    }
}
