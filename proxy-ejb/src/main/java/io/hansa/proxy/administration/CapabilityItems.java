package io.hansa.proxy.administration;

import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.CapabilityDescriptions;
import io.hansa.proxy.capability.CapabilityJson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Descriptions of capabilities. A server may offer a capability without a description. */
@Dependent
class CapabilityItems implements ReplaceableItems<Capability> {
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
    public List<Capability> all() {
        return descriptions.all();
    }

    @Override
    public Optional<Capability> find(String key) {
        return descriptions.find(key);
    }

    @Override
    public Item item(Capability value) {
        return new Item(value.name(), CapabilityJson.print(value), value.version());
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
