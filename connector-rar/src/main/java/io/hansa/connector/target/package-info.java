/**
 * The pools of all targets: finds or opens the one of a target, replaces it when the target has
 * changed, and forgets it when nobody asks for it any more.
 *
 * <p>For {@code io.hansa.connector.adapter}.
 */
package io.hansa.connector.target;
