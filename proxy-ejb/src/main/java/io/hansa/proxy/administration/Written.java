package io.hansa.proxy.administration;

/**
 * The item that a change wrote.
 *
 * @param created whether the item did not exist before
 */
public record Written(Item item, boolean created) {}
