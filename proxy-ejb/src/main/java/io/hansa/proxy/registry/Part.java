package io.hansa.proxy.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the registry is made of; its names stand in the table {@code registry_change}. */
public enum Part {
    ACCOUNT,
    CAPABILITY,
    SERVER,
    PERMISSION,
    PEER,
    BREAKER,
    OVERRIDE,
    GROUP,
    /** Not in {@link Registry}: the signing keys are read by {@code io.hansa.proxy.signing}. */
    SIGNING_KEY,
    /** No item: an administrator decided about a revision that was held. */
    HELD;

    /** Empty for one that only another version of the proxy knows. */
    static Optional<Part> named(String name) {
        return Stream.of(values()).filter(part -> part.name().equals(name)).findFirst();
    }

    /** As audit records name the kind of item. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the administration API names the kind of item. */
    public String plural() {
        return this == CAPABILITY ? "capabilities" : word() + "s";
    }
}
