package io.hansa.proxy.capability;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.capability.Capability.Fallback;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.Name;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A capability's description as JSON of the administration API. */
public final class CapabilityJson {
    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int LONGEST_TIMEOUT_MILLIS = 3_600_000;
    private static final int LONGEST_FALLBACK = 100_000;

    private CapabilityJson() {}

    public static Capability parse(String name, JsonObject json) {
        Capability fallback = Capability.undescribed(Name.check("name", name));
        Document document = new Document("capability", json);
        Capability capability =
                new Capability(
                        name,
                        description(document),
                        document.choice("priority", Priority.class, fallback.priority()),
                        document.choice("replay", Replay.class, fallback.replay()),
                        document.whole(
                                "timeoutMillis",
                                fallback.timeoutMillis(),
                                1,
                                LONGEST_TIMEOUT_MILLIS),
                        document.choice("balancing", Balancing.class, fallback.balancing()),
                        RateLimitJson.parse(document),
                        document.object("fallback").map(CapabilityJson::fallback).orElse(null),
                        0);
        document.same("name", name);
        document.end();
        return capability;
    }

    public static JsonObject print(Capability capability) {
        return JSON.createObjectBuilder()
                .add("name", capability.name())
                .add("description", capability.description())
                .add("priority", capability.priority().name())
                .add("replay", capability.replay().name())
                .add("timeoutMillis", capability.timeoutMillis())
                .add("balancing", capability.balancing().name())
                .add("rateLimit", RateLimitJson.print(capability.rateLimit()))
                .add("fallback", print(capability.fallback()))
                .build();
    }

    private static String description(Document document) {
        String text = document.text("description").orElse("");
        if (text.length() > LONGEST_DESCRIPTION || text.indexOf('\0') >= 0) {
            throw document.wrong(
                    "description",
                    "too long or not plain text",
                    "give at most " + LONGEST_DESCRIPTION + " characters, U+0000 not among them");
        }
        return text;
    }

    private static Fallback fallback(JsonObject json) {
        Document document = new Document("fallback", "/fallback", json);
        String contentType = document.requiredText("contentType");
        String data = document.requiredText("data");
        document.end();
        if (!contentType.matches("[ -~]{1,200}")) {
            throw document.wrong(
                    "contentType", "no media type", "give a media type such as application/json");
        }
        if (data.length() > LONGEST_FALLBACK || data.indexOf('\0') >= 0) {
            throw document.wrong(
                    "data",
                    "too long or not plain text",
                    "give at most " + LONGEST_FALLBACK + " characters, U+0000 not among them");
        }
        return new Fallback(contentType, data);
    }

    private static JsonValue print(Fallback fallback) {
        return fallback == null
                ? JsonValue.NULL
                : JSON.createObjectBuilder()
                        .add("contentType", fallback.contentType())
                        .add("data", fallback.data())
                        .build();
    }
}
