package io.hansa.client.call;

import io.hansa.client.transport.Order;
import java.time.Duration;

/**
 * One call as the program wants it.
 *
 * @param order its headers belong to the call, which adds to them
 * @param timeout over all attempts
 */
public record Plan(Order order, Duration timeout) {}
