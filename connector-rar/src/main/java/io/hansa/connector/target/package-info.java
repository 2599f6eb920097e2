/**
 * The pools of all targets: finds or opens the one of a target, replaces it when the target has
 * changed, and removes it when it is no longer used.
 *
 * <p>For {@code io.hansa.connector.adapter}.
 */
package io.hansa.connector.target;
