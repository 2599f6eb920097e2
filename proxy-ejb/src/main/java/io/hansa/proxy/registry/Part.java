package io.hansa.proxy.registry;

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
    SIGNING_KEY;

    /** Empty for one that only another version of the proxy knows. */
    static Optional<Part> named(String name) {
        return Stream.of(values()).filter(part -> part.name().equals(name)).findFirst();
    }
}
