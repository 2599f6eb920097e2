/**
 * What the proxy sees of the connector: a factory found in the container's naming service, a
 * connection that carries one request to one business server, and the values that describe server,
 * request, reply and failure.
 *
 * <p>Only for the routing code of {@code proxy-ejb}. The connector knows bytes, sockets and pools;
 * of accounts, capabilities and permissions it knows nothing.
 */
package io.hansa.connector;
