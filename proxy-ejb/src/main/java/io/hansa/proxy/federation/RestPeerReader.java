package io.hansa.proxy.federation;

import io.hansa.api.ProxyStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Reads over REST; one lost answer is asked for again before the peer counts as silent. */
@ApplicationScoped
public class RestPeerReader implements PeerReader {
    private final PeerLines lines;

    /** For the container's proxy only. */
    RestPeerReader() {
        this(null);
    }

    @Inject
    RestPeerReader(PeerLines lines) {
        this.lines = lines;
    }

    @Override
    @Retry(
            maxRetries = 1,
            delay = 50,
            delayUnit = ChronoUnit.MILLIS,
            retryOn = ProcessingException.class)
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    public ProxyStatus read(Peer peer) throws IOException {
        try (Response response = lines.to(peer).capabilities()) {
            ProxyStatus status = PeerDocuments.status(response);
            if (!status.proxy().equals(peer.id())) {
                throw new IOException(
                        "it says that it is proxy " + status.proxy() + "; correct the peer's url");
            }
            return status;
        }
    }
}
