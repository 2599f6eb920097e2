package io.hansa.proxy.federation;

import io.hansa.proxy.configuration.ExtranetTls;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** A Rest Client for each peer, made once for each state of its entry. Safe for many threads. */
final class PeerLines {
    private static final int CONNECT_MILLIS = 1000;
    private static final int READ_MILLIS = 1500;

    private record Line(Peer peer, PeerInformation information) {}

    private final Optional<ExtranetTls> tls;
    private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();

    PeerLines(Optional<ExtranetTls> tls) {
        this.tls = tls;
    }

    /** @throws IllegalStateException where the peer's link needs keys that this proxy was not given */
    PeerInformation to(Peer peer) {
        return lines.compute(
                        peer.id(),
                        (id, line) ->
                                line != null && line.peer().equals(peer)
                                        ? line
                                        : new Line(peer, build(peer)))
                .information();
    }

    void forget(String peer) {
        lines.remove(peer);
    }

    /** The keys and trust for the peer's link; null for plain HTTP. */
    SSLContext context(Peer peer) {
        if (!"https".equals(peer.url().getScheme())) {
            return null;
        }
        return tls.map(ExtranetTls::context)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Peer "
                                                + peer.id()
                                                + " is reached by https; set hansa.extranet.keystore"
                                                + " and hansa.extranet.truststore on this node."));
    }

    private PeerInformation build(Peer peer) {
        RestClientBuilder builder =
                RestClientBuilder.newBuilder()
                        .baseUri(peer.url())
                        .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS)
                        .property("microprofile.rest.client.disable.default.mapper", true);
        SSLContext context = context(peer);
        if (context != null) {
            builder.sslContext(context);
        }
        return builder.build(PeerInformation.class);
    }
}
