package io.hansa.client.call;

import io.hansa.client.league.League;
import io.hansa.client.listener.ClientListener;
import io.hansa.client.token.Authorizer;
import java.util.function.LongSupplier;

/**
 * What calls are made with.
 *
 * @param maxAttempts of one call
 * @param retryShare how many calls may be sent again, such as 0.2
 * @param clock in nanoseconds
 */
public record CallSettings(
        League league,
        Authorizer authorizer,
        ClientListener listener,
        int maxAttempts,
        double retryShare,
        LongSupplier clock) {}
