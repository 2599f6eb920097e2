package io.hansa.proxy.registration;

import io.hansa.connector.ConnectionLimits;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.assistance.AssistRules;
import io.hansa.proxy.document.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Set;

/** A business server as the database holds it; only {@link RegisteredServers} sees it. */
@Entity(name = "BusinessServer")
@Table(name = "business_server")
class ServerRow {
    @Id private String id;

    private String endpoint;

    private String framing;

    private String charset;

    private String soap;

    private String tls;

    private String http;

    /** Null where the entry says nothing. */
    private String probe;

    @Column(name = "max_concurrent")
    private int maxConcurrent;

    @Column(name = "load_threshold")
    private double loadThreshold;

    private int weight;

    @Column(name = "connect_timeout_millis")
    private int connectTimeoutMillis;

    /** Null for the adapter's own setting. */
    @Column(name = "idle_millis")
    private Integer idleMillis;

    @Column(name = "timeout_millis")
    private int timeoutMillis;

    @Column(name = "max_reply_bytes")
    private int maxReplyBytes;

    private String assist;

    private boolean enabled;

    @ElementCollection
    @CollectionTable(name = "server_capability", joinColumns = @JoinColumn(name = "server"))
    @Column(name = "capability")
    private Set<String> capabilities = new HashSet<>();

    @Column(name = "created_revision", updatable = false)
    private long createdRevision;

    @Version private long version;

    protected ServerRow() {}

    ServerRow(String id, long createdRevision) {
        this.id = id;
        this.createdRevision = createdRevision;
    }

    String id() {
        return id;
    }

    void take(BusinessServer server) {
        ServerTarget target = server.target();
        endpoint = target.endpoint().toString();
        framing = target.framing() == null ? null : FramingJson.print(target.framing()).toString();
        charset = target.charset() == null ? null : target.charset().name();
        soap = target.soap() == null ? null : SoapJson.print(target.soap()).toString();
        tls = server.tls();
        http = HttpOptionsJson.stored(server.http());
        probe = server.probe() == null ? null : ProbeJson.print(server.probe()).toString();
        maxConcurrent = target.maxConcurrent();
        connectTimeoutMillis = target.connectTimeoutMillis();
        idleMillis =
                target.limits().idleMillis() == ConnectionLimits.ADAPTERS_IDLE_MILLIS
                        ? null
                        : target.limits().idleMillis();
        maxReplyBytes = target.maxReplyBytes();
        loadThreshold = server.loadThreshold();
        weight = server.weight();
        timeoutMillis = server.timeoutMillis();
        assist = AssistRules.print(server.assist()).toString();
        enabled = server.enabled();
        capabilities.retainAll(server.capabilities());
        capabilities.addAll(server.capabilities());
    }

    BusinessServer value() {
        JsonObject framingJson = (JsonObject) JsonText.read(framing);
        JsonObject probeJson = (JsonObject) JsonText.read(probe);
        JsonObject soapJson = (JsonObject) JsonText.read(soap);
        return new BusinessServer(
                id,
                new ServerTarget(
                        id,
                        URI.create(endpoint),
                        framingJson == null ? null : FramingJson.parse(framingJson),
                        charset == null ? null : Charset.forName(charset),
                        new ConnectionLimits(
                                maxConcurrent,
                                connectTimeoutMillis,
                                idleMillis == null
                                        ? ConnectionLimits.ADAPTERS_IDLE_MILLIS
                                        : idleMillis),
                        maxReplyBytes,
                        tls == null ? null : TlsProfiles.configured().context(tls),
                        soapJson == null ? null : SoapJson.parse(soapJson)),
                capabilities,
                loadThreshold,
                weight,
                timeoutMillis,
                AssistRules.stored((JsonArray) JsonText.read(assist)),
                enabled,
                createdRevision + version,
                tls,
                HttpOptionsJson.read((JsonObject) JsonText.read(http)),
                probeJson == null
                        ? null
                        : ProbeJson.parse(
                                probeJson, URI.create(endpoint).getScheme().startsWith("http")));
    }
}
