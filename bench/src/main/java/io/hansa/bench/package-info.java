/**
 * {@code ./hansa bench}: what a call through the proxy costs on this machine, beside the same call
 * made directly, with everything on. Called by the launcher's command line only; what the figures
 * mean is in docs/performance.md. {@code load} calls a proxy and {@code echo} answers behind it:
 * each runs as a process of its own, so that its CPU time is not the proxy's, and ends when its
 * standard input does.
 */
package io.hansa.bench;
