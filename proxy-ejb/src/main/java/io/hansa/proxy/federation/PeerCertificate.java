package io.hansa.proxy.federation;

import java.util.List;

/**
 * What a peer's TLS certificate must be, as client and as server. All that is given must match.
 *
 * @param san one of its subject alternative names, a URI, a DNS name or an IP address; null: not
 *     asked for
 * @param sha256 the certificate must have one of these SHA-256 digests of its DER form, 64
 *     lower-case hex digits each; empty: not asked for
 */
public record PeerCertificate(String san, List<String> sha256) {
    public PeerCertificate {
        sha256 = List.copyOf(sha256);
        if (san == null && sha256.isEmpty()) {
            throw new IllegalArgumentException("certificate needs \"san\", \"sha256\" or both");
        }
    }
}
