package io.hansa.proxy.capability;

import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.Name;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A capability's description as JSON of the administration API. */
public final class CapabilityJson {
    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int LONGEST_TIMEOUT_MILLIS = 3_600_000;
    private static final long LONGEST_RATE_PERIOD_MILLIS = 86_400_000;
    private static final long MOST_PERMITS = 1_000_000_000;

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
                        document.object("rateLimit").map(CapabilityJson::rateLimit).orElse(null),
                        0);
        document.same("name", name);
        document.end();
        return capability;
    }

    public static JsonObject print(Capability capability) {
        return Json.createObjectBuilder()
                .add("name", capability.name())
                .add("description", capability.description())
                .add("priority", capability.priority().name())
                .add("replay", capability.replay().name())
                .add("timeoutMillis", capability.timeoutMillis())
                .add("balancing", capability.balancing().name())
                .add("rateLimit", print(capability.rateLimit()))
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

    private static RateLimit rateLimit(JsonObject json) {
        Document document = new Document("rateLimit", json);
        RateLimit limit =
                new RateLimit(
                        document.requiredWhole("permits", 1, MOST_PERMITS),
                        document.requiredWhole("perMillis", 1, LONGEST_RATE_PERIOD_MILLIS));
        document.end();
        return limit;
    }

    private static JsonValue print(RateLimit limit) {
        return limit == null
                ? JsonValue.NULL
                : Json.createObjectBuilder()
                        .add("permits", limit.permits())
                        .add("perMillis", limit.perMillis())
                        .build();
    }
}
