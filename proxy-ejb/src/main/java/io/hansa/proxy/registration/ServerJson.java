package io.hansa.proxy.registration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.ConnectionLimits;
import io.hansa.connector.Framing;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.assistance.AssistRule;
import io.hansa.proxy.assistance.AssistRules;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.Name;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/** A business server as JSON of the administration API. */
public final class ServerJson {
    private static final int MOST_MILLIS = 3_600_000;
    private static final int MOST_CONCURRENT = 10_000;
    private static final int MOST_REPLY_BYTES = 1 << 30;

    private ServerJson() {}

    public static BusinessServer parse(String id, JsonObject json) {
        Name.check("id", id);
        Document document = new Document("server", json);
        String tls = document.text("tls").map(name -> Name.check("tls", name)).orElse(null);
        ServerTarget target = target(id, document, tls);
        BusinessServer server =
                new BusinessServer(
                        id,
                        target,
                        capabilities(document),
                        document.decimal("loadThreshold", 0.8, 0, 10),
                        document.whole("weight", 1, 1, 1000),
                        document.whole("timeoutMillis", 2000, 1, MOST_MILLIS),
                        assist(document, target.framing() != null),
                        document.flag("enabled", true),
                        0,
                        tls,
                        HttpOptionsJson.parse(document, target.http()),
                        document.object("probe")
                                .map(probe -> ProbeJson.parse(probe, target.http()))
                                .orElse(null));
        document.same("id", id);
        document.end();
        return server;
    }

    public static JsonObject print(BusinessServer server) {
        ServerTarget target = server.target();
        var capabilities = JSON.createArrayBuilder();
        server.capabilities().stream().sorted().forEach(capabilities::add);
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("id", server.id())
                        .add("endpoint", target.endpoint().toString())
                        .add("capabilities", capabilities)
                        .add(
                                "framing",
                                target.framing() == null
                                        ? JsonValue.NULL
                                        : FramingJson.print(target.framing()))
                        .add(
                                "charset",
                                target.charset() == null
                                        ? JsonValue.NULL
                                        : JSON.createValue(target.charset().name()))
                        .add(
                                "soap",
                                target.soap() == null
                                        ? JsonValue.NULL
                                        : SoapJson.print(target.soap()))
                        .add(
                                "tls",
                                server.tls() == null
                                        ? JsonValue.NULL
                                        : JSON.createValue(server.tls()))
                        .add("maxConcurrent", target.maxConcurrent())
                        .add("loadThreshold", server.loadThreshold())
                        .add("weight", server.weight())
                        .add("connectTimeoutMillis", target.connectTimeoutMillis())
                        .add("idleMillis", idleMillis(target.limits()))
                        .add("timeoutMillis", server.timeoutMillis())
                        .add("maxReplyBytes", target.maxReplyBytes())
                        .add("assist", AssistRules.print(server.assist()))
                        .add("enabled", server.enabled())
                        .add(
                                "probe",
                                server.probe() == null
                                        ? JsonValue.NULL
                                        : ProbeJson.print(server.probe()));
        return (target.http()
                        ? HttpOptionsJson.print(json, server.http())
                        : HttpOptionsJson.printNone(json))
                .build();
    }

    private static ServerTarget target(String id, Document document, String tls) {
        var endpoint = Endpoint.check(document, document.requiredText("endpoint"));
        Framing framing = document.object("framing").map(FramingJson::parse).orElse(null);
        if (tls != null && !Set.of("tls", "https").contains(endpoint.getScheme())) {
            throw document.wrong(
                    "tls", "\"" + tls + "\"", "leave it out or give a tls or https endpoint");
        }
        try {
            return new ServerTarget(
                    id,
                    endpoint,
                    framing,
                    document.text("charset").map(name -> charset(document, name)).orElse(null),
                    limits(document),
                    document.whole("maxReplyBytes", 16 << 20, 1, MOST_REPLY_BYTES),
                    tls == null ? null : TlsProfiles.configured().context(tls),
                    document.object("soap").map(SoapJson::parse).orElse(null));
        } catch (IllegalArgumentException refused) {
            throw document.refused(refused.getMessage());
        }
    }

    private static ConnectionLimits limits(Document document) {
        return new ConnectionLimits(
                document.whole("maxConcurrent", 64, 1, MOST_CONCURRENT),
                document.whole("connectTimeoutMillis", 500, 1, MOST_MILLIS),
                document.whole(
                        "idleMillis", ConnectionLimits.ADAPTERS_IDLE_MILLIS, 1, MOST_MILLIS));
    }

    private static JsonValue idleMillis(ConnectionLimits limits) {
        return limits.idleMillis() == ConnectionLimits.ADAPTERS_IDLE_MILLIS
                ? JsonValue.NULL
                : JSON.createValue(limits.idleMillis());
    }

    private static Set<String> capabilities(Document document) {
        return document.names("capabilities").orElseThrow(() -> document.missing("capabilities"));
    }

    private static Charset charset(Document document, String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw document.wrong(
                    "charset", "\"" + name + "\"", "give one that this JVM has, such as IBM1047");
        }
    }

    private static List<AssistRule> assist(Document document, boolean framed) {
        JsonArray rules = document.array("assist").orElse(null);
        try {
            return rules == null ? AssistRules.defaults(framed) : AssistRules.parse(rules);
        } catch (IllegalArgumentException refused) {
            throw document.refused("assist", refused.getMessage());
        }
    }
}
