package io.hansa.client.transport;

import java.util.Map;

/**
 * What all attempts of one call have in common. Immutable.
 *
 * @param headers of the business data, the trace and the idempotency key, by name
 * @param streamed whether the caller reads the reply as a stream
 */
public record Order(
        String capability, Payload payload, Map<String, String> headers, boolean streamed) {}
