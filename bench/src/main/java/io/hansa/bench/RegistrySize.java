package io.hansa.bench;

/**
 * How much the registry holds besides what every measurement needs.
 *
 * @param accounts that may use every capability
 * @param capabilities each with one permission, for a group that all those accounts are in
 * @param servers that have every capability
 */
record RegistrySize(int accounts, int capabilities, int servers) {
    static final RegistrySize USUAL = new RegistrySize(10, 10, 2);
}
