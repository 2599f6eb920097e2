/**
 * Framed exchanges over TCP: a channel carries one exchange at a time, under one deadline, and goes
 * back to its pool only when nothing at all was left over. Where the framing has a correlation,
 * many exchanges share a channel ({@link SharedPool}).
 *
 * <p>For {@code io.hansa.connector.target}.
 */
package io.hansa.connector.tcp;
