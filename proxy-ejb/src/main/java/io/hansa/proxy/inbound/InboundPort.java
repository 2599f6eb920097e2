package io.hansa.proxy.inbound;

import io.hansa.connector.Framing;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.ListenerTls;
import io.hansa.connector.ListenerTls.ClientCertificate;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.FramingJson;
import io.hansa.proxy.registration.TlsProfiles;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * A port for business servers that call, as {@code hansa.inbound.<name>.…} says; {@code hansa.inbound} names them all.
 *
 * @param account in whose name every call on it is made
 * @param capability that every call on it asks for
 */
record InboundPort(ListenerSettings settings, String account, String capability) {
    private static final int MOST_MILLIS = 3_600_000;

    /** @throws IllegalArgumentException that names key, value and remedy */
    static List<InboundPort> from(Config config) {
        return config.getOptionalValue("hansa.inbound", String.class).stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new Keys(config, name).port())
                .toList();
    }

    /** The settings of one port. */
    private record Keys(Config config, String name) {
        InboundPort port() {
            try {
                Name.check("hansa.inbound", name);
                return new InboundPort(
                        settings(),
                        Name.check(key("account"), required("account", "the account's name")),
                        Name.check(
                                key("capability"), required("capability", "a capability's name")));
            } catch (Failure wrong) {
                throw new IllegalArgumentException(wrong.getMessage(), wrong);
            }
        }

        private ListenerSettings settings() {
            return new ListenerSettings(
                    name,
                    text("address").orElse("127.0.0.1"),
                    whole("port", 0, 1, 65_535),
                    framing(),
                    text("charset").map(this::charset).orElse(null),
                    text("content-type").orElse("text/plain; charset=utf-8"),
                    whole("max-connections", 16, 1, 10_000),
                    whole("max-call-bytes", 1 << 20, 1, 1 << 30),
                    whole("idle-millis", 300_000, 1, MOST_MILLIS),
                    whole("call-millis", 10_000, 1, MOST_MILLIS),
                    tls());
        }

        private Framing framing() {
            String json =
                    required(
                            "framing",
                            "the one that servers have, such as {\"type\":\"delimiter\",\"hex\":\"0A\"}");
            try {
                return FramingJson.parse(JsonText.object(json));
            } catch (Failure wrong) {
                throw wrong("framing", json, wrong.getMessage().replaceAll("\\.$", ""));
            }
        }

        /** Null where the port is a plain one. */
        private ListenerTls tls() {
            String wanted = text("tls-client").orElse("none");
            ClientCertificate client =
                    switch (wanted) {
                        case "none" -> ClientCertificate.NONE;
                        case "optional" -> ClientCertificate.OPTIONAL;
                        case "required" -> ClientCertificate.REQUIRED;
                        default ->
                                throw wrong(
                                        "tls-client",
                                        wanted,
                                        "give one of none, optional, required");
                    };
            Optional<String> profile = text("tls").filter(name -> !name.isEmpty());
            if (profile.isEmpty() && client != ClientCertificate.NONE) {
                throw wrong("tls-client", wanted, "name a profile in " + key("tls") + ", too");
            }
            TlsProfiles profiles =
                    new TlsProfiles(key -> config.getOptionalValue(key, String.class));
            return profile.map(
                            name ->
                                    new ListenerTls(
                                            profiles.ownContext(
                                                    name, client != ClientCertificate.NONE),
                                            client))
                    .orElse(null);
        }

        private Charset charset(String charset) {
            try {
                return Charset.forName(charset);
            } catch (IllegalArgumentException unknown) {
                throw wrong("charset", charset, "give one that this JVM has, such as IBM1047");
            }
        }

        private int whole(String member, int fallback, int least, int most) {
            String text = text(member).orElse(String.valueOf(fallback));
            try {
                int value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw wrong(member, text, "give a number from " + least + " to " + most);
            }
            throw wrong(member, text, "give a number from " + least + " to " + most);
        }

        private String required(String member, String what) {
            return text(member)
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "%s is not set; give %s."
                                                    .formatted(key(member), what)));
        }

        private Optional<String> text(String member) {
            return config.getOptionalValue(key(member), String.class).map(String::strip);
        }

        private String key(String member) {
            return "hansa.inbound." + name + "." + member;
        }

        private IllegalArgumentException wrong(String member, String value, String remedy) {
            return new IllegalArgumentException(
                    "%s is \"%s\"; %s.".formatted(key(member), value, remedy));
        }
    }
}
