package io.hansa.proxy.registration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.Probe;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.registration.ServerProbe.Type;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The {@code probe} of a business server, between JSON and value. */
final class ProbeJson {
    private static final int MAX_MILLIS = 3_600_000;
    private static final int MAX_TURNS = 100;
    private static final int MAX_BYTES = 1024;
    private static final int MAX_PATH = 1000;

    private ProbeJson() {}

    /**
     * @param http whether the server is asked over HTTP
     */
    static ServerProbe parse(JsonObject json, boolean http) {
        Document document = new Document("probe", "/probe", json);
        Type type = document.choice("type", Type.class, Type.CONNECT);
        ServerProbe probe =
                new ServerProbe(
                        type,
                        type == Type.HTTP ? path(document, http) : null,
                        type == Type.EXCHANGE ? exchange(document) : null,
                        document.whole("everyMillis", 2000, 100, MAX_MILLIS),
                        document.whole("down", 2, 1, MAX_TURNS),
                        document.whole("up", 2, 1, MAX_TURNS));
        document.end();
        return probe;
    }

    static JsonObject print(ServerProbe probe) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("type", probe.type().name());
        if (probe.path() != null) {
            json.add("path", probe.path());
        }
        if (probe.exchange() != null) {
            json.add("sendHex", HexText.write(probe.exchange().request()))
                    .add("expectHex", HexText.write(probe.exchange().replyPrefix()));
        }
        return json.add("everyMillis", probe.everyMillis())
                .add("down", probe.down())
                .add("up", probe.up())
                .build();
    }

    private static Probe exchange(Document document) {
        byte[] sent = HexText.read(document, "sendHex", null, MAX_BYTES);
        if (sent.length == 0) {
            throw document.wrong("sendHex", "empty", "give at least one byte");
        }
        return new Probe(sent, HexText.read(document, "expectHex", new byte[0], MAX_BYTES));
    }

    private static String path(Document document, boolean http) {
        if (!http) {
            throw document.wrong(
                    "type", "HTTP", "give CONNECT or EXCHANGE, or the server an http endpoint");
        }
        String path = document.text("path").orElse("/");
        boolean sound = path.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '#');
        if (!path.startsWith("/") || path.length() > MAX_PATH || !sound) {
            throw document.wrong(
                    "path", "not valid", "give a path of visible ASCII that begins with /");
        }
        return path;
    }
}
