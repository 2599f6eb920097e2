/**
 * Load on one HTTP address from a fixed number of connections. Started by {@code ./hansa bench},
 * spoken to by lines on standard input and output: an order in, a result out.
 */
package io.hansa.bench.load;
