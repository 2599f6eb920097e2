/**
 * The signing keys of this proxy in its registry: made at the first start, encrypted with the key
 * file of the nodes, shared by all nodes, and replaced with an overlap. What signs and verifies
 * reads them from memory, in {@code io.hansa.proxy.token}.
 */
package io.hansa.proxy.signing;
