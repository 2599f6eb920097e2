package io.hansa.launcher.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An account's name and password, for HTTP Basic. (RFC 7617) */
public record Credentials(String account, String password) {

    /** The value of the header {@code Authorization}. */
    public String header() {
        byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return account;
    }
}
