package io.hansa.proxy.administration;

import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.CapabilityDescriptions;
import io.hansa.proxy.capability.CapabilityJson;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Descriptions of capabilities. A server may offer a capability without a description. */
@Dependent
class CapabilityItems implements Items<Capability> {
    private final CapabilityDescriptions descriptions;

    @Inject
    CapabilityItems(CapabilityDescriptions descriptions) {
        this.descriptions = descriptions;
    }

    @Override
    public Kind kind() {
        return Kind.CAPABILITY;
    }

    @Override
    public Optional<Capability> find(String key) {
        return descriptions.find(key);
    }

    @Override
    public String key(Capability value) {
        return value.name();
    }

    @Override
    public JsonObject print(Capability value) {
        return CapabilityJson.print(value);
    }

    @Override
    public Map<String, Capability> in(Registry registry) {
        return registry.capabilities();
    }

    @Override
    public List<String> texts(Capability value) {
        return List.of(value.name(), value.description());
    }

    @Override
    public Function<Optional<Capability>, Capability> parse(String key, JsonObject json) {
        Capability parsed = CapabilityJson.parse(key, json);
        return before -> parsed;
    }

    @Override
    public Capability put(Capability value, long revision) {
        return descriptions.put(value, revision);
    }

    @Override
    public void remove(String key) {
        descriptions.remove(key);
    }
}
