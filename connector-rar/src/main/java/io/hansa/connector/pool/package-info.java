/**
 * What every pool of one target has in common, whatever protocol it speaks: its limits, its
 * deadline, its slots and the words of its failures.
 *
 * <p>For {@code io.hansa.connector.tcp}, {@code io.hansa.connector.http} and {@code
 * io.hansa.connector.target}.
 */
package io.hansa.connector.pool;
