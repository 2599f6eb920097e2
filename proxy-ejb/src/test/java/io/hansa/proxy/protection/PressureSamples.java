package io.hansa.proxy.protection;

import io.hansa.proxy.configuration.PressureLimits;

/** What a node does under pressure that was told nothing else. */
public final class PressureSamples {
    public static final PressureLimits LIMITS = new PressureLimits(70, 90, 25, 2);

    private PressureSamples() {}
}
