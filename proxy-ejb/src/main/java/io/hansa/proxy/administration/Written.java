package io.hansa.proxy.administration;

/**
 * What a change has led to.
 *
 * @param created whether there was no such item before
 */
public record Written(Item item, boolean created) {}
