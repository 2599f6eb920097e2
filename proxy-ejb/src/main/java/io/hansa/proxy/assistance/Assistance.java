package io.hansa.proxy.assistance;

import io.hansa.proxy.message.EndToEndHeaders;
import java.util.Objects;

/**
 * A server's request that another capability continues with the data.
 *
 * @param contentType the content type of the data; null if unknown
 * @param headers further headers that describe the data, such as its content coding
 */
public record Assistance(
        String capability, byte[] data, String contentType, EndToEndHeaders headers) {
    /** Data that no further header describes. */
    public Assistance(String capability, byte[] data, String contentType) {
        this(capability, data, contentType, EndToEndHeaders.NONE);
    }

    public Assistance {
        Objects.requireNonNull(capability, "capability");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(headers, "headers");
    }
}
