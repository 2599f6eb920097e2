package io.hansa.proxy.federation;

import io.hansa.api.ProxyStatus;
import java.io.IOException;
import java.time.Duration;

/**
 * Reads over HTTP. A connection that the peer closed while it was idle is replaced by the client
 * itself.
 */
final class RestPeerReader implements PeerReader {
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 1 << 20;

    private final PeerLines lines;

    RestPeerReader(PeerLines lines) {
        this.lines = lines;
    }

    @Override
    public ProxyStatus read(Peer peer) throws IOException {
        ProxyStatus status =
                PeerDocuments.status(lines.read(peer, "/api/v1/capabilities", MAX_BYTES, DEADLINE));
        if (!status.proxy().equals(peer.id())) {
            throw new IOException(
                    "it says that it is proxy " + status.proxy() + "; correct the peer's url");
        }
        return status;
    }
}
