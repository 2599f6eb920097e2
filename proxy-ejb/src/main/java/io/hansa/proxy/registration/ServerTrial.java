package io.hansa.proxy.registration;

import io.hansa.connector.RecordedExchange;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;

/**
 * An exchange with a business server that was made to be looked at.
 *
 * @param answer what a request would have got; null where it would have failed
 * @param failure as a request would have met it; null where there is none
 */
public record ServerTrial(RecordedExchange recorded, Answer answer, Failure failure) {}
