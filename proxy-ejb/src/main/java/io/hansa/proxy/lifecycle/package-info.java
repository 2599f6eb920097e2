/**
 * The node's own start and stop: what runs beside requests, and how the node drains. The web module
 * calls {@link io.hansa.proxy.lifecycle.Drain} where the server is suspended.
 */
package io.hansa.proxy.lifecycle;
