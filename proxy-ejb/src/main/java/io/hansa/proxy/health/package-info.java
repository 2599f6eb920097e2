/**
 * One state of each business server on this node, from what operators have set, its breaker and its
 * latest probe.
 *
 * <p>For the administration API.
 */
package io.hansa.proxy.health;
