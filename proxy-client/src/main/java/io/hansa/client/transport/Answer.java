package io.hansa.client.transport;

import java.net.http.HttpHeaders;

/**
 * A business server's result.
 *
 * @param body a {@code byte[]}, or an {@code InputStream} where the order is streamed
 */
public record Answer(int status, HttpHeaders headers, Object body) {}
