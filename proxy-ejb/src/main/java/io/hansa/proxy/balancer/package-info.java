/**
 * What a load balancer asks a node beside its readiness. {@code lifecycle} opens and closes the
 * port.
 */
package io.hansa.proxy.balancer;
