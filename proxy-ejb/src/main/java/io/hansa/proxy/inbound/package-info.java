/**
 * Business servers that call this proxy on ports of its own, in their own framing: each such port
 * stands for one account and one capability, and a call on it goes the request's way like that of
 * any caller.
 */
package io.hansa.proxy.inbound;
