/**
 * Ports on which business servers call: one request after the other on each connection, each answered by a listener that
 * the application gave.
 *
 * <p>For {@code io.hansa.connector.adapter}.
 */
package io.hansa.connector.inbound;
