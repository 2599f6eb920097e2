package io.hansa.proxy.inbound;

import io.hansa.connector.Framing;
import io.hansa.connector.ListenerLimits;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.ListenerTls;
import io.hansa.connector.ListenerTls.ClientCertificate;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.FramingJson;
import io.hansa.proxy.registration.TlsProfiles;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads the address, protocol and limits of a port. */
final class PortSettings {
    private static final int MOST_MILLIS = 3_600_000;
    private static final ListenerLimits USUAL = ListenerLimits.USUAL;

    private final PortKeys keys;

    PortSettings(PortKeys keys) {
        this.keys = keys;
    }

    ListenerSettings read() {
        return new ListenerSettings(
                keys.name(),
                keys.text("address").orElse("127.0.0.1"),
                keys.whole("port", 0, 1, 65_535),
                framing(),
                keys.text("charset").map(this::charset).orElse(null),
                keys.text("content-type").orElse("text/plain; charset=utf-8"),
                limits(),
                tls());
    }

    private ListenerLimits limits() {
        return new ListenerLimits(
                keys.whole("max-connections", USUAL.maxConnections(), 1, 10_000),
                keys.whole("max-in-flight", USUAL.maxInFlight(), 1, 10_000),
                keys.whole("max-call-bytes", USUAL.maxCallBytes(), 1, 1 << 30),
                keys.whole("idle-millis", USUAL.idleMillis(), 1, MOST_MILLIS),
                keys.whole("call-millis", USUAL.callMillis(), 1, MOST_MILLIS));
    }

    private Framing framing() {
        String json =
                keys.required(
                        "framing",
                        "the one that servers have, such as {\"type\":\"delimiter\",\"hex\":\"0A\"}");
        try {
            return FramingJson.parse(JsonText.object(json));
        } catch (Failure wrong) {
            throw keys.wrong("framing", json, wrong.getMessage().replaceAll("\\.$", ""));
        }
    }

    /** Null where the port is a plain one. */
    private ListenerTls tls() {
        ClientCertificate client = client();
        Optional<String> profile = keys.text("tls").filter(name -> !name.isEmpty());
        boolean trusting = client != ClientCertificate.NONE;
        if (profile.isEmpty() && trusting) {
            throw keys.wrong(
                    "tls-client",
                    keys.text("tls-client").orElse(""),
                    "name a profile in " + keys.key("tls") + ", too");
        }
        TlsProfiles profiles =
                new TlsProfiles(key -> keys.config().getOptionalValue(key, String.class));
        return profile.map(name -> new ListenerTls(profiles.ownContext(name, trusting), client))
                .orElse(null);
    }

    private ClientCertificate client() {
        String wanted = keys.text("tls-client").orElse("none");
        return switch (wanted) {
            case "none" -> ClientCertificate.NONE;
            case "optional" -> ClientCertificate.OPTIONAL;
            case "required" -> ClientCertificate.REQUIRED;
            default ->
                    throw keys.wrong("tls-client", wanted, "give one of none, optional, required");
        };
    }

    private Charset charset(String charset) {
        try {
            return Charset.forName(charset);
        } catch (IllegalArgumentException unknown) {
            throw keys.wrong("charset", charset, "give one that this JVM has, such as IBM1047");
        }
    }
}
