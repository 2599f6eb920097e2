package io.hansa.client.league;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;

/**
 * Where the addresses of proxies come from.
 *
 * @param lookup may block; where it throws or finds nothing, the addresses of before are kept
 * @param every how often to look; null for once
 * @param followPeers whether peers that the proxies name are used, too
 */
public record AddressSource(Lookup lookup, Duration every, boolean followPeers) {
    /** The look itself. */
    public interface Lookup {
        Collection<URI> addresses() throws Exception;
    }
}
