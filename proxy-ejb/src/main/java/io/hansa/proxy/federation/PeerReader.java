package io.hansa.proxy.federation;

import io.hansa.api.ProxyStatus;
import java.io.IOException;

/** Asks a peer what it offers. */
interface PeerReader {
    /**
     * @throws IOException with half a sentence that says why the peer is not to be used
     */
    ProxyStatus read(Peer peer) throws IOException;
}
