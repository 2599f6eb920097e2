/**
 * A workbench for administrators and operators: bytes are decoded by a framing, a reply is put to
 * assist rules, and a business server is tried or probed. Each uses the code that requests use, and
 * none counts for breakers, balancing or limits.
 *
 * <p>For the administration API.
 */
package io.hansa.proxy.workbench;
