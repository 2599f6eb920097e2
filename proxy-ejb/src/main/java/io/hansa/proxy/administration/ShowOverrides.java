package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.breaker.BreakerJson;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.override.Cause;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.override.OverrideJson;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.TreeMap;

/** Shows what operators have set for servers, nodes and breakers and what is in force now. */
@Dependent
public class ShowOverrides {
    private final Registries registries;
    private final Clock clock;

    @Inject
    ShowOverrides(Registries registries, Clock clock) {
        this.registries = registries;
        this.clock = clock;
    }

    /** By target. Those that have ended are left out. */
    public JsonObject inForce() {
        Registry registry = registries.current();
        long now = clock.millis();
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (OperatingOverride set : new TreeMap<>(registry.overrides()).values()) {
            if (!set.ended(now)) {
                all.add(shown(OverrideJson.print(set), "OVERRIDE", set.cause()));
            }
        }
        for (BreakerSetting set : new TreeMap<>(registry.breakers()).values()) {
            if (set.mode() != Mode.AUTOMATIC && !set.ended(now)) {
                all.add(shown(BreakerJson.print(set), "BREAKER", set.cause()));
            }
        }
        return JSON.createObjectBuilder().add("overrides", all).build();
    }

    private static JsonObjectBuilder shown(JsonObject set, String kind, Cause cause) {
        return JSON.createObjectBuilder(set)
                .add("kind", kind)
                .add("by", orNull(cause.by()))
                .add("since", orNull(cause.at()));
    }

    private static JsonValue orNull(Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }
}
