/**
 * Framed exchanges over TCP: one channel carries one exchange at a time, under one deadline, and
 * goes back to its pool only when nothing at all was left over.
 *
 * <p>For {@code io.hansa.connector.target}.
 */
package io.hansa.connector.tcp;
