/**
 * {@code ./hansa bench}: what a call through the proxy costs on this machine, beside the same call
 * made directly, with everything on. Called by the launcher's command line only; what the figures
 * mean is in docs/performance.md.
 */
package io.hansa.demo.launcher.bench;
