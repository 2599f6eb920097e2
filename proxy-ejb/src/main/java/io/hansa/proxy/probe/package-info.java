/**
 * Probes of business servers: what an entry's {@code probe} says, at its pace, beside all requests.
 * What comes out goes to the server's breaker, which makes one state of probes and traffic.
 *
 * <p>For health and for the workbench of operators.
 */
package io.hansa.proxy.probe;
