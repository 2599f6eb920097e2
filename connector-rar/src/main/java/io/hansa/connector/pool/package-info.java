/**
 * What every pool of one target has in common, for all protocols: its limits, its deadline, its
 * permits and the texts of its failures.
 *
 * <p>For {@code io.hansa.connector.tcp}, {@code io.hansa.connector.http} and {@code
 * io.hansa.connector.target}.
 */
package io.hansa.connector.pool;
