/** The node's own start and stop: what runs beside requests, and how the node takes its leave. */
package io.hansa.proxy.lifecycle;
