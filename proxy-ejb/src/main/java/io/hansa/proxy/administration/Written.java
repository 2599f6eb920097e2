package io.hansa.proxy.administration;

/**
 * The result of a change.
 *
 * @param created whether the item did not exist before
 */
public record Written(Item item, boolean created) {}
