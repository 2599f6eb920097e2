package io.hansa.proxy.registry;

/** What the registry is made of; its names stand in the table {@code registry_change}. */
public enum Part {
    ACCOUNT,
    CAPABILITY,
    SERVER,
    PERMISSION,
    PEER,
    BREAKER
}
