package io.hansa.proxy.federation;

import io.hansa.proxy.capability.CapabilityPattern;
import java.util.List;

/**
 * What an administrator knows of a peer and lets be asked of it. What the peer says of itself does
 * not count.
 *
 * @param organization to which it belongs; null: not entered
 * @param capabilities what may be asked of it; null: not entered, which means everything for a peer
 *     of our own organization and nothing for a foreign one
 * @param certificate what its certificate must be; null: not entered, its identity must be the
 *     peer's id
 */
public record PeerTrust(
        String organization, List<CapabilityPattern> capabilities, PeerCertificate certificate) {
    /** Nothing is entered. */
    public static final PeerTrust NONE = new PeerTrust(null, null, null);

    public PeerTrust {
        capabilities = capabilities == null ? null : List.copyOf(capabilities);
    }
}
