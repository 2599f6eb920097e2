package io.hansa.proxy.permission;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.document.Document;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;

/** A quota, and its use, as JSON of the administration API. */
public final class QuotaJson {
    private static final long MAX = 1_000_000_000_000L;

    private QuotaJson() {}

    static Quota parse(JsonObject json) {
        Document document = new Document("quota", json);
        Quota quota = new Quota(limit(document, "perDay"), limit(document, "perMonth"));
        document.end();
        return quota;
    }

    static JsonValue print(Quota quota) {
        return quota == null
                ? JsonValue.NULL
                : JSON.createObjectBuilder()
                        .add("perDay", limit(quota.perDay()))
                        .add("perMonth", limit(quota.perMonth()))
                        .build();
    }

    /** How much of their quotas the permissions have used; those without one are left out. */
    public static JsonArray print(List<Permission> permissions, Quotas quotas, Instant at) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (Permission permission : permissions) {
            for (QuotaFigures figures : quotas.figures(permission, at)) {
                all.add(
                        JSON.createObjectBuilder()
                                .add("permission", permission.id())
                                .add("period", figures.period().name())
                                .add("limit", figures.limit())
                                .add("used", figures.used())
                                .add("left", figures.left())
                                .add("until", figures.until().toString()));
            }
        }
        return all.build();
    }

    private static long limit(Document document, String member) {
        return document.whole(member, 1, MAX).orElse(Quota.UNLIMITED);
    }

    private static JsonValue limit(long calls) {
        return calls == Quota.UNLIMITED ? JsonValue.NULL : JSON.createValue(calls);
    }
}
