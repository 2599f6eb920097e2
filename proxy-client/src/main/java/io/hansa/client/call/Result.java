package io.hansa.client.call;

import io.hansa.client.transport.Answer;
import java.net.URI;

/**
 * What a call got.
 *
 * @param proxy that answered
 * @param attempts how many were made
 */
public record Result(Answer answer, URI proxy, int attempts) {}
