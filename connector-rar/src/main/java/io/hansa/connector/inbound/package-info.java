/**
 * Ports on which business servers call, each call answered by a listener that the application gave:
 * one after the other on each connection, or with correlation many at once.
 *
 * <p>For {@code io.hansa.connector.adapter}.
 */
package io.hansa.connector.inbound;
