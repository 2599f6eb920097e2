/**
 * Whether everything is well on this node, and if not, what to do about it. From memory, but for
 * the latest changes.
 *
 * <p>For the administration API.
 */
package io.hansa.proxy.overview;
