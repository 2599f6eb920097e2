package io.hansa.client.call;

import io.hansa.client.transport.Order;
import java.time.Duration;

/**
 * One call as the program wants it.
 *
 * @param order its headers belong to the call, which adds to them
 * @param timeout over all attempts
 * @param waits whether the thread that begins the call does nothing else until it has ended
 */
public record Plan(Order order, Duration timeout, boolean waits) {}
