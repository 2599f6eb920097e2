package io.hansa.proxy.federation;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.federation.Peer.Link;
import io.hansa.proxy.federation.Peer.Transport;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;

/** A peer as the database holds it; only {@link KnownPeers} sees it. */
@Entity(name = "Peer")
@Table(name = "peer")
class PeerRow {
    @Id private String id;

    private String url;

    @Enumerated(EnumType.STRING)
    private Link link;

    @Enumerated(EnumType.STRING)
    private Transport transport;

    private boolean enabled;

    @Column(name = "rate_limit_permits")
    private Long rateLimitPermits;

    @Column(name = "rate_limit_per_millis")
    private Long rateLimitPerMillis;

    private String organization;

    private String capabilities;

    private String certificate;

    @Column(name = "created_revision", updatable = false)
    private long createdRevision;

    @Version private long version;

    protected PeerRow() {}

    PeerRow(String id, long createdRevision) {
        this.id = id;
        this.createdRevision = createdRevision;
    }

    void take(Peer peer) {
        url = peer.url().toString();
        link = peer.link();
        transport = peer.transport();
        enabled = peer.enabled();
        RateLimit limit = peer.rateLimit();
        rateLimitPermits = limit == null ? null : limit.permits();
        rateLimitPerMillis = limit == null ? null : limit.perMillis();
        organization = peer.organization();
        capabilities = text(PeerTrustJson.print(peer.capabilities()));
        certificate = text(PeerTrustJson.print(peer.certificate()));
    }

    private static String text(JsonValue json) {
        return json == JsonValue.NULL ? null : json.toString();
    }

    Peer value() {
        return new Peer(
                id,
                URI.create(url),
                link,
                transport,
                enabled,
                rateLimit(),
                trust(),
                createdRevision + version);
    }

    private RateLimit rateLimit() {
        return rateLimitPermits == null
                ? null
                : new RateLimit(rateLimitPermits, rateLimitPerMillis);
    }

    private PeerTrust trust() {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        add(json, PeerTrustJson.CAPABILITIES, capabilities);
        add(json, PeerTrustJson.CERTIFICATE, certificate);
        if (organization != null) {
            json.add("organization", organization);
        }
        return PeerTrustJson.parse(new Document("peer", json.build()));
    }

    private static void add(JsonObjectBuilder json, String member, String text) {
        if (text != null) {
            json.add(member, JsonText.read(text));
        }
    }
}
