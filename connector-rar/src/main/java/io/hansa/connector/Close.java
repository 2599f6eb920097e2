package io.hansa.connector;

/**
 * One exchange for each connection: the request ends where this side closes its half of the
 * connection, the reply where the server closes the other. A reply of no bytes is none, because a
 * server that broke off looks the same.
 */
public record Close() implements Framing {}
