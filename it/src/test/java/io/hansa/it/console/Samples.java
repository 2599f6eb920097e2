package io.hansa.it.console;

import io.hansa.it.system.Administration;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** One item of each kind, so that every page has something to show. */
final class Samples {
    private Samples() {}

    static void make(ConsoleSite site, String text) throws IOException {
        Administration admin = site.proxy().administration();
        put(admin, "/groups/sample-group", object().add("description", text));
        put(
                admin,
                "/accounts/sample-account",
                object().add("password", "sample of this test")
                        .add("groups", Json.createArrayBuilder().add("sample-group"))
                        .add("labels", object().add("team", text)));
        put(admin, "/capabilities/console.sample", object().add("description", text));
        put(admin, "/servers/sample-server", server());
        put(
                admin,
                "/peers/sample-peer",
                object().add("url", "http://127.0.0.1:9").add("link", "INTRANET"));
        admin.post(
                "/permissions",
                object().add("subject", "account:sample-account")
                        .add("capability", "console.sample")
                        .add("validUntil", Instant.now().plus(Duration.ofDays(3)).toString())
                        .build());
        admin.post(
                "/permissions",
                object().add("subject", "group:nobody-has-this")
                        .add("capability", "console.sample")
                        .build());
    }

    /** It is not there, so that the overview has something to say. */
    private static JsonObjectBuilder server() {
        return object().add("endpoint", "tcp://127.0.0.1:9")
                .add("capabilities", Json.createArrayBuilder().add("console.sample"))
                .add("framing", object().add("type", "length-prefix").add("bytes", 4));
    }

    private static void put(Administration admin, String path, JsonObjectBuilder item)
            throws IOException {
        JsonObject json = item.build();
        admin.put(path, json);
        admin.get(path).ok();
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }
}
