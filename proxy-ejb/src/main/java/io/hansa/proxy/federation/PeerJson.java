package io.hansa.proxy.federation;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.capability.RateLimitJson;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.federation.Peer.Link;
import io.hansa.proxy.federation.Peer.Transport;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** A peer as JSON of the administration API. */
public final class PeerJson {
    private static final int LONGEST_URL = 1000;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private PeerJson() {}

    public static Peer parse(String id, JsonObject json) {
        Name.check("id", id);
        Document document = new Document("peer", json);
        Transport transport = document.choice("transport", Transport.class, Transport.REST);
        String url = document.requiredText("url");
        Link link = document.requiredChoice("link", Link.class);
        boolean enabled = document.flag("enabled", true);
        RateLimit rateLimit = RateLimitJson.parse(document);
        PeerTrust trust = PeerTrustJson.parse(document);
        document.same("id", id);
        document.end();
        if (link == Link.EXTRANET && transport == Transport.EJB) {
            throw document.wrong("transport", "EJB", "give REST, which the link EXTRANET asks for");
        }
        try {
            return new Peer(id, base(document, url), link, transport, enabled, rateLimit, trust, 0);
        } catch (IllegalArgumentException refused) {
            throw document.wrong("url", "\"" + url + "\"", refused.getMessage());
        }
    }

    public static JsonObject print(Peer peer) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("id", peer.id())
                        .add("url", peer.url().toString())
                        .add("link", peer.link().name())
                        .add("transport", peer.transport().name())
                        .add("enabled", peer.enabled())
                        .add("rateLimit", RateLimitJson.print(peer.rateLimit()));
        if (peer.organization() != null) {
            json.add("organization", peer.organization());
        }
        if (peer.capabilities() != null) {
            json.add(PeerTrustJson.CAPABILITIES, PeerTrustJson.print(peer.capabilities()));
        }
        if (peer.certificate() != null) {
            json.add(PeerTrustJson.CERTIFICATE, PeerTrustJson.print(peer.certificate()));
        }
        return json.build();
    }

    private static URI base(Document document, String url) {
        try {
            URI uri = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            if (url.length() <= LONGEST_URL
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && uri.getPort() != 0
                    && uri.toString().equals(uri.getScheme() + "://" + uri.getAuthority())
                    && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException broken) {
            throw document.wrong("url", "\"" + url + "\"", remedy());
        }
        throw document.wrong("url", "\"" + url + "\"", remedy());
    }

    private static String remedy() {
        return "give scheme, host and port without a path, such as https://proxy.example:8443";
    }
}
