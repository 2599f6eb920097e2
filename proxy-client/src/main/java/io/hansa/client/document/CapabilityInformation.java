package io.hansa.client.document;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a proxy tells about itself (R7). Immutable.
 *
 * @param proxy the proxy's id
 * @param load work in flight by capacity
 * @param threshold above this load the proxy gets no new request
 * @param accepting false while the proxy drains
 * @param offered by the name of the capability
 * @param peers addresses by id; empty where the proxy does not tell them
 */
public record CapabilityInformation(
        String proxy,
        double load,
        double threshold,
        boolean accepting,
        Map<String, Offered> offered,
        Map<String, URI> peers) {
    /**
     * One capability.
     *
     * @param repeatable SAFE or IDEMPOTENT
     * @param local whether the proxy has a business server for it itself
     * @param available whether something behind the proxy takes requests now
     */
    public record Offered(boolean repeatable, boolean local, boolean available) {}

    /**
     * @throws IllegalArgumentException where it is no such document
     */
    public static CapabilityInformation read(String text) {
        Members document = Members.read(text);
        String proxy = document.text("proxy", "");
        if (proxy.isEmpty()) {
            throw new IllegalArgumentException("no capability information: \"proxy\" is missing");
        }
        Map<String, Offered> offered = new HashMap<>();
        for (Members one : document.objects("capabilities")) {
            offered.put(
                    one.text("name", ""),
                    new Offered(
                            !one.text("replay", "ONCE").equals("ONCE"),
                            one.text("via", "").equals(OfferedCapability.LOCAL),
                            one.flag("available", true)));
        }
        return new CapabilityInformation(
                proxy,
                document.number("load", 0),
                document.number("threshold", 1),
                document.flag("accepting", true),
                Map.copyOf(offered),
                peers(document));
    }

    /** Peers whose address is unusable are left out. */
    private static Map<String, URI> peers(Members document) {
        Map<String, URI> peers = new LinkedHashMap<>();
        for (Members peer : document.objects("peers")) {
            try {
                peers.put(peer.text("id", ""), URI.create(peer.text("url", "")));
            } catch (IllegalArgumentException unusable) {
                peers.remove(peer.text("id", ""));
            }
        }
        return peers;
    }

    /** The same as told by the remote EJB, which does not name peers. */
    public static CapabilityInformation of(ProxyStatus status) {
        Map<String, String> replays = status.replays();
        Map<String, Offered> offered = new HashMap<>();
        for (OfferedCapability one : status.capabilities()) {
            offered.put(
                    one.name(),
                    new Offered(
                            replays.containsKey(one.name()),
                            one.via().equals(OfferedCapability.LOCAL),
                            one.available()));
        }
        return new CapabilityInformation(
                status.proxy(),
                status.load(),
                status.threshold(),
                status.accepting(),
                Map.copyOf(offered),
                Map.of());
    }

    /** Null where the proxy does not offer it. */
    public Offered offered(String capability) {
        return offered.get(capability);
    }

    public boolean underThreshold() {
        return load < threshold;
    }
}
