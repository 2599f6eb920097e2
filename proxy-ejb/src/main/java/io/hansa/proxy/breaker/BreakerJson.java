package io.hansa.proxy.breaker;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.override.Cause;
import io.hansa.proxy.override.EndAndReason;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;

/** A breaker as JSON of the administration API. */
public final class BreakerJson {
    private static final String SERVER = BreakerSetting.server("");
    private static final String PEER = BreakerSetting.peer("");

    private BreakerJson() {}

    /**
     * @param now before which nothing ends
     */
    public static BreakerSetting parse(String target, JsonObject json, Instant now) {
        Document document = new Document("breaker", json);
        if (!target.startsWith(SERVER) && !target.startsWith(PEER)) {
            throw document.refused(
                    "A breaker is named server:{id} or peer:{id}, not \"%s\".".formatted(target));
        }
        Mode mode = document.requiredChoice("state", Mode.class);
        document.same("target", target);
        EndAndReason end = EndAndReason.read(document, now);
        document.end();
        if (mode == Mode.AUTOMATIC && end.until() != null) {
            throw document.wrong("until", "given", "leave it out, AUTOMATIC has no end");
        }
        return new BreakerSetting(target, mode, end.until(), end.cause(now), 0);
    }

    /** What was set, without what the breaker does by itself. */
    public static JsonObject print(BreakerSetting setting) {
        return JSON.createObjectBuilder()
                .add("target", setting.target())
                .add("state", setting.mode().name())
                .add("until", orNull(setting.until()))
                .add("reason", orNull(setting.cause().reason()))
                .build();
    }

    /** What the breaker of this node does now. */
    public static JsonObject print(Breaker breaker) {
        BreakerSetting set = breaker.setting();
        Cause cause = set == null ? Cause.NONE : set.cause();
        return JSON.createObjectBuilder()
                .add("target", breaker.target())
                .add("setting", breaker.mode().name())
                .add("state", breaker.state())
                .add("exchanges", breaker.exchanges())
                .add("failurePercent", rounded(breaker.failurePercent()))
                .add("slowPercent", rounded(breaker.slowPercent()))
                .add("since", breaker.since().toString())
                .add("why", breaker.why())
                .add("until", orNull(set == null ? null : set.until()))
                .add("reason", orNull(cause.reason()))
                .add("by", orNull(cause.by()))
                .build();
    }

    private static JsonValue orNull(Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }

    /** Below the minimum of exchanges there is no share, and it is negative; people expect 0. */
    private static double rounded(float percent) {
        return Math.round(Math.max(0, percent) * 10) / 10.0;
    }
}
