/**
 * What operators set for a time: a server or a node is kept out of use, or a server gets less work
 * than its entry says. Every node follows the registry, and compares the end with its own clock.
 *
 * <p>The registry loads overrides, registration and protection obey them, administration writes
 * them and records their ends.
 */
package io.hansa.proxy.override;
