/**
 * Whether everything is well on all nodes, and if not, what to do about it. From memory, but for
 * the latest changes: the nodes tell each other their status every five seconds.
 *
 * <p>For the administration API.
 */
package io.hansa.proxy.overview;
