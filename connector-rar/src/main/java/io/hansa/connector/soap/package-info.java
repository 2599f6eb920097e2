/**
 * SOAP 1.1 and 1.2 around business data: wraps what is sent, unwraps what comes back, recognizes
 * faults. Reads with the JDK's own streaming parser, without DTDs, external entities or unbounded
 * depth.
 *
 * <p>For {@code io.hansa.connector.http}.
 */
package io.hansa.connector.soap;
