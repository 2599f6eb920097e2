package io.hansa.connector;

/**
 * The place in a message that says which request a reply belongs to. With it, many requests can be
 * in flight on one connection, and replies come in any order.
 */
public sealed interface Correlation permits ByteRange, Iso8583 {}
