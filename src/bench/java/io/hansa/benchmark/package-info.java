/** What the benchmarks of several modules share, for {@code -Pbench}. */
package io.hansa.benchmark;
