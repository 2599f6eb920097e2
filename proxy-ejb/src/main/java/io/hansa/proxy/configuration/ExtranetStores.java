package io.hansa.proxy.configuration;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What this node has of keys and trust for peers of other organizations. Stores that cannot be
 * opened take the extranet out of use, and nothing else: the node serves its own callers.
 *
 * @param tls empty: none are configured, or they cannot be opened
 * @param fault why they cannot be opened, a sentence that names the setting; null: nothing is wrong
 */
public record ExtranetStores(Optional<ExtranetTls> tls, String fault) {
    /** Without an extranet. */
    public static final ExtranetStores NONE = new ExtranetStores(Optional.empty(), null);

    /** Opens the stores that are configured. */
    public static ExtranetStores open(Config config) {
        try {
            return new ExtranetStores(ExtranetTls.from(config), null);
        } catch (IllegalArgumentException unusable) {
            return new ExtranetStores(Optional.empty(), unusable.getMessage());
        }
    }
}
