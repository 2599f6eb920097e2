/**
 * Business servers that call this proxy on ports of its own, in their own framing: each port
 * belongs to one account and one capability. A call on it runs through the pipeline like any
 * request.
 */
package io.hansa.proxy.inbound;
