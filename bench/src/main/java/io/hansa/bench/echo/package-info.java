/**
 * The business server of a measurement, which does nothing but send back what it got: as frames of
 * a four-byte length and the data, and by HTTP for the direct way. Started by {@code ./hansa
 * bench}.
 */
package io.hansa.bench.echo;
