/**
 * How one proxy is spoken to: REST over {@code java.net.http}, or the remote EJB. For the packages
 * of the client only.
 */
package io.hansa.client.transport;
