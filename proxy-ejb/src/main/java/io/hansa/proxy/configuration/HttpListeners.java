package io.hansa.proxy.configuration;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The server's HTTP listeners, by the server's own names: network listeners on Payara, socket
 * bindings on WildFly, and {@code port:} with the local port on other servers. Requests over any
 * other listener are refused.
 *
 * @param intranet {@code hansa.http.listeners}: for this organization
 * @param extranet {@code hansa.extranet.listeners}: for peers, each with its client certificate
 */
public record HttpListeners(Set<String> intranet, Set<String> extranet) {
    private static final String INTRANET = "hansa.http.listeners";
    private static final String EXTRANET = "hansa.extranet.listeners";

    public HttpListeners {
        intranet = Set.copyOf(intranet);
        extranet = Set.copyOf(extranet);
    }

    public static HttpListeners from(Config config) {
        Settings settings = new Settings(config);
        Set<String> intranet = names(settings, INTRANET, "http-listener,http-listener-1,http");
        Set<String> extranet = names(settings, EXTRANET, "https-listener,http-listener-2,extranet");
        for (String name : intranet) {
            if (extranet.contains(name)) {
                throw Settings.wrong(
                        EXTRANET, name, "it stands in " + INTRANET + ", too; leave it in one");
            }
        }
        return new HttpListeners(intranet, extranet);
    }

    private static Set<String> names(Settings settings, String key, String fallback) {
        return Arrays.stream(settings.text(key).orElse(fallback).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
