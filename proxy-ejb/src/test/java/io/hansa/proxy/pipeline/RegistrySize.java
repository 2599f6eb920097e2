package io.hansa.proxy.pipeline;

/**
 * How much an administrator has entered.
 *
 * @param accounts besides the one that calls
 * @param capabilities besides the one that is called: each with a description, a server and a
 *     permission, and as many more that a peer offers
 * @param servers that have the capability that is called; with none, it is the peer that has it
 */
record RegistrySize(int accounts, int capabilities, int servers) {}
