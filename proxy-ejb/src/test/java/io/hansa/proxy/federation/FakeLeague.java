package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.configuration.ExtranetStores;
import io.hansa.proxy.configuration.ExtranetTls;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.token.TokenIssuer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Peers that tell what they are told to tell, at once and on the asking thread. */
public final class FakeLeague implements PeerReader {
    private static final String ORGANIZATION = "shop";

    private final Map<String, ProxyStatus> told = new ConcurrentHashMap<>();

    /**
     * A peer that is known and enabled. Its address is never called: exchanges with it are faked.
     */
    public static Peer peer(String id, Peer.Link link) {
        String scheme = link == Peer.Link.EXTRANET ? "https" : "http";
        URI url = URI.create(scheme + "://127.0.0.1:9");
        return new Peer(id, url, link, Peer.Transport.REST, true, 1);
    }

    /** The same, with what an administrator says of it, as members of its JSON. */
    public static Peer peer(String id, Peer.Link link, String trust) {
        Peer bare = peer(id, link);
        JsonObject json =
                Json.createObjectBuilder(PeerJson.print(bare))
                        .addAll(Json.createObjectBuilder(JsonText.object("{" + trust + "}")))
                        .build();
        return PeerJson.parse(id, json);
    }

    public static ProxyStatus status(String peer, double load, OfferedCapability... offered) {
        return ProxyStatus.of(peer)
                .region("shanghai")
                .organization("shop")
                .load(load, 0.8)
                .capabilities(List.of(offered))
                .build();
    }

    /** Says from now on that its own servers have the capabilities. */
    public FakeLeague offers(String peer, String... capabilities) {
        return tells(peer, 0.1, true, capabilities);
    }

    public FakeLeague tells(String peer, double load, boolean available, String... capabilities) {
        told.put(
                peer,
                status(
                        peer,
                        load,
                        Arrays.stream(capabilities)
                                .map(
                                        name ->
                                                new OfferedCapability(
                                                        name,
                                                        "NORMAL",
                                                        OfferedCapability.LOCAL,
                                                        available))
                                .toArray(OfferedCapability[]::new)));
        return this;
    }

    /** It also announces that another proxy has the capability. */
    public FakeLeague alsoVia(String peer, String capability, String via) {
        List<OfferedCapability> offered = new ArrayList<>(told.get(peer).capabilities());
        offered.add(new OfferedCapability(capability, "NORMAL", via, true));
        told.put(peer, status(peer, 0.1, offered.toArray(OfferedCapability[]::new)));
        return this;
    }

    public FakeLeague silent(String peer) {
        told.remove(peer);
        return this;
    }

    public Peers join(PeersInForce known, TokenIssuer issuer, Exchanges exchanges) {
        PeerCertificates certificates = new PeerCertificates(Clock.systemUTC());
        PeerLines lines =
                new PeerLines(
                        new ExtranetStores(Optional.of(new ExtranetTls(null, trust(), null)), null),
                        certificates,
                        Runnable::run);
        PeerDestinations destinations =
                new PeerDestinations(
                        new RestPeerCall(
                                lines,
                                new PeerTokens(issuer, ORGANIZATION, null),
                                exchanges,
                                1 << 20),
                        new NoCall(),
                        BreakerSamples.breakers());
        PeerWatch watch = new PeerWatch(known, this, lines, Runnable::run, ORGANIZATION, id -> {});
        PeerKeys keys =
                new PeerKeys(known, lines, fetch -> {}, Duration.ofHours(1), Clock.systemUTC());
        return new Peers(watch, keys, destinations, ORGANIZATION);
    }

    /** What the peer tells now. */
    ProxyStatus readNow(Peer peer) {
        return told.get(peer.id());
    }

    private static X509ExtendedTrustManager trust() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Override
    public ProxyStatus read(Peer peer) throws IOException {
        ProxyStatus status = told.get(peer.id());
        if (status == null) {
            throw new IOException("it is silent");
        }
        return status;
    }
}
