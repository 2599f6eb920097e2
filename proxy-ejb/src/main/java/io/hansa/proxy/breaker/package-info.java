/**
 * A circuit breaker for each business server and each peer (R11): it cuts off what fails or is
 * slow, answers in its place at once, probes it and restores it. {@link
 * io.hansa.proxy.breaker.GuardedDestination} stands in front of every destination; registration and
 * federation put it there, administration shows and sets it.
 */
package io.hansa.proxy.breaker;
