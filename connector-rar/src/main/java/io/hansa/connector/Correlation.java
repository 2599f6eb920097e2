package io.hansa.connector;

/**
 * Where a message says which request a reply belongs to, so that many can be under way on one
 * connection and come back in any order.
 */
public sealed interface Correlation permits ByteRange, Iso8583 {}
