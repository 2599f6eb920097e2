/**
 * One state of each business server on this node, from what operators have set, its breaker and its
 * latest probe. A change is told once: in the log, in the metrics and in the audit record.
 *
 * <p>For the administration API.
 */
package io.hansa.proxy.health;
