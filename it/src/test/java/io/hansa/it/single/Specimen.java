package io.hansa.it.single;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** One item of each kind that an administrator names, in two states. */
enum Specimen {
    ACCOUNT(caller("a first password"), caller("another password", "buyers")),
    CAPABILITY(capability("NORMAL", 2000), capability("CORE", 3000)),
    SERVER(server("tcp://127.0.0.1:4711", 64), server("tcp://127.0.0.1:4712", 8)),
    PEER(peer("http://127.0.0.1:4713"), peer("http://127.0.0.1:4714"));

    private final JsonObject first;
    private final JsonObject second;

    Specimen(JsonObject first, JsonObject second) {
        this.first = first;
        this.second = second;
    }

    JsonObject first() {
        return first;
    }

    JsonObject second() {
        return second;
    }

    String listName() {
        return this == CAPABILITY ? "capabilities" : name().toLowerCase(Locale.ROOT) + "s";
    }

    String collection() {
        return "/" + listName();
    }

    String path() {
        return collection() + "/specimen." + name().toLowerCase(Locale.ROOT);
    }

    static JsonObject caller(String password, String... groups) {
        var names = Json.createArrayBuilder();
        for (String group : groups) {
            names.add(group);
        }
        return Json.createObjectBuilder()
                .add("password", password)
                .add("groups", names)
                .add("roles", Json.createArrayBuilder().add("CALLER"))
                .add("enabled", true)
                .build();
    }

    private static JsonObject capability(String priority, int timeoutMillis) {
        return Json.createObjectBuilder()
                .add("description", "A specimen.")
                .add("priority", priority)
                .add("replay", "SAFE")
                .add("timeoutMillis", timeoutMillis)
                .add("balancing", "PEAK_EWMA")
                .add(
                        "rateLimit",
                        Json.createObjectBuilder().add("permits", 100).add("perMillis", 1000))
                .build();
    }

    private static JsonObject server(String endpoint, int maxConcurrent) {
        JsonObjectBuilder framing =
                Json.createObjectBuilder()
                        .add("type", "length-prefix")
                        .add("bytes", 2)
                        .add("encoding", "BINARY_LE")
                        .add("includesPrefix", true)
                        .add("adjust", 4)
                        .add("headerHex", "6000000000");
        return Json.createObjectBuilder()
                .add("endpoint", endpoint)
                .add("capabilities", Json.createArrayBuilder().add("specimen.capability"))
                .add("framing", framing)
                .add("charset", "IBM1047")
                .add("maxConcurrent", maxConcurrent)
                .add("loadThreshold", 0.7)
                .add("weight", 2)
                .add("connectTimeoutMillis", 400)
                .add("timeoutMillis", 1500)
                .add(
                        "assist",
                        Json.createArrayBuilder()
                                .add(
                                        Json.createObjectBuilder()
                                                .add("regex", "^E42\\|(?<data>.*)$")
                                                .add("capability", "price.quote")
                                                .add("data", "${data}")))
                .add("enabled", true)
                .build();
    }

    private static JsonObject peer(String url) {
        return Json.createObjectBuilder()
                .add("url", url)
                .add("link", "INTRANET")
                .add("transport", "REST")
                .add("enabled", false)
                .build();
    }
}
