package io.hansa.proxy.assistance;

import java.util.Objects;

/**
 * A server's request that another capability continues with the data.
 *
 * @param contentType the content type of the data; null if unknown
 */
public record Assistance(String capability, byte[] data, String contentType) {
    public Assistance {
        Objects.requireNonNull(capability, "capability");
        Objects.requireNonNull(data, "data");
    }
}
