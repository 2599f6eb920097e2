package io.hansa.proxy.routing;

import io.hansa.proxy.document.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * The way a request has come: which proxy carried which capability, in order (R6). Immutable.
 * Between proxies it travels as {@code shop-a/trade.settle,shop-b/price.quote}.
 */
public record Visits(List<Visit> all) {
    private static final int MOST_CHARACTERS = 8192;

    /** As many as a proxy can be told to allow. (hansa.limits.hops) */
    private static final int MAX_VISITS = 64;

    /** One visit on the path. */
    public record Visit(String proxy, String capability) {
        @Override
        public String toString() {
            return proxy + "/" + capability;
        }
    }

    public static final Visits NONE = new Visits(List.of());

    public Visits {
        all = List.copyOf(all);
    }

    /** The header that a peer sent. One that cannot be read is refused. */
    public static Visits parse(String header) {
        if (header == null || header.isBlank()) {
            return NONE;
        }
        if (header.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("Hansa-Visited is longer than " + MOST_CHARACTERS);
        }
        List<Visit> visits = new ArrayList<>();
        String[] parts = header.split(",");
        if (parts.length > MAX_VISITS) {
            throw new IllegalArgumentException(
                    "Hansa-Visited has more than " + MAX_VISITS + " stops");
        }
        for (String part : parts) {
            int slash = part.indexOf('/');
            if (slash < 1 || slash == part.length() - 1) {
                throw new IllegalArgumentException(
                        "Hansa-Visited must be proxy/capability,… and not \""
                                + Name.shortened(part)
                                + "\"");
            }
            visits.add(visit(part, slash));
        }
        return new Visits(visits);
    }

    /** It is passed on in headers. */
    private static Visit visit(String part, int slash) {
        Visit visit =
                new Visit(part.substring(0, slash).strip(), part.substring(slash + 1).strip());
        if (!Name.isOne(visit.proxy()) || !Name.isOne(visit.capability())) {
            throw new IllegalArgumentException(
                    "Hansa-Visited names \"%s\", which is no proxy and capability"
                            .formatted(Name.shortened(part)));
        }
        return visit;
    }

    public Visits and(String proxy, String capability) {
        List<Visit> more = new ArrayList<>(all);
        more.add(new Visit(proxy, capability));
        return new Visits(more);
    }

    public boolean contains(String proxy, String capability) {
        return all.contains(new Visit(proxy, capability));
    }

    /** The proxies in order, one that follows itself once: {@code Hansa-Path}. */
    public List<String> proxies() {
        List<String> proxies = new ArrayList<>();
        for (Visit visit : all) {
            if (proxies.isEmpty() || !proxies.get(proxies.size() - 1).equals(visit.proxy())) {
                proxies.add(visit.proxy());
            }
        }
        return proxies;
    }

    public String header() {
        return String.join(",", all.stream().map(Visit::toString).toList());
    }
}
