package io.hansa.proxy.capability;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.document.Document;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * A rate limit as JSON of the administration API, the same for capabilities, accounts and peers.
 */
public final class RateLimitJson {
    private static final long LONGEST_PERIOD_MILLIS = 86_400_000;
    private static final long MOST_PERMITS = 1_000_000_000;

    private RateLimitJson() {}

    /** The member {@code rateLimit}; null if it is absent. */
    public static RateLimit parse(Document document) {
        return document.object("rateLimit").map(RateLimitJson::parse).orElse(null);
    }

    private static RateLimit parse(JsonObject json) {
        Document document = new Document("rateLimit", "/rateLimit", json);
        RateLimit limit =
                new RateLimit(
                        document.requiredWhole("permits", 1, MOST_PERMITS),
                        document.requiredWhole("perMillis", 1, LONGEST_PERIOD_MILLIS));
        document.end();
        return limit;
    }

    public static JsonValue print(RateLimit limit) {
        return limit == null
                ? JsonValue.NULL
                : JSON.createObjectBuilder()
                        .add("permits", limit.permits())
                        .add("perMillis", limit.perMillis())
                        .build();
    }
}
