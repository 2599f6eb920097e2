package io.hansa.proxy.assistance;

import java.util.Objects;

/**
 * A server's answer "another capability must carry on with this data" (R3).
 *
 * @param contentType of the data; null where it is not known
 */
public record Assistance(String capability, byte[] data, String contentType) {
    public Assistance {
        Objects.requireNonNull(capability, "capability");
        Objects.requireNonNull(data, "data");
    }
}
