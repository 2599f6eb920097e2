/**
 * Which request a reply belongs to: reads the key out of a message, by its place or as fields of
 * ISO 8583. No sockets here; what a message means beyond that is the business of those who exchange
 * it.
 *
 * <p>For {@code io.hansa.connector.tcp}.
 */
package io.hansa.connector.correlation;
