package io.hansa.proxy.registry;

import java.time.Instant;
import java.util.Map;

/**
 * What an item of any kind has besides its own members.
 *
 * @param labels by name, sorted; never null
 * @param revision of the registry at which the item was last changed; never repeats for an item
 */
public record ItemFact(String item, Map<String, String> labels, Instant changedAt, long revision) {}
