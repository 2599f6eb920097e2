package io.hansa.proxy.permission;

import java.time.Instant;

/**
 * A permission that decided about no request for a while.
 *
 * @param lastUsed to the minute; null: never
 * @param usesSince since when its uses are noted
 */
public record UnusedPermission(Permission permission, Instant lastUsed, Instant usesSince) {}
