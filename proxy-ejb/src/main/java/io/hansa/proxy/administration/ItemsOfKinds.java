package io.hansa.proxy.administration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;

/** The items of each kind. */
@Dependent
class ItemsOfKinds {
    private final Map<Kind, Items<?>> byKind = new EnumMap<>(Kind.class);

    /** For the container: every bean of the type. */
    @Inject
    ItemsOfKinds(@Any Instance<Items<?>> all) {
        this((Iterable<Items<?>>) all);
    }

    ItemsOfKinds(Iterable<Items<?>> all) {
        all.forEach(items -> byKind.put(items.kind(), items));
    }

    Items<?> of(Kind kind) {
        return byKind.get(kind);
    }
}
