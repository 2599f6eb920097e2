package io.hansa.it.system;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a caller shows.
 *
 * @param header the value of {@code Authorization}; null: nothing is shown
 */
public record Credentials(String header) {
    public static final Credentials NONE = new Credentials(null);
    public static final Credentials SHOP = basic("shop", "shop-demo");
    public static final Credentials ADMIN = basic("admin", "admin-demo");

    public static Credentials basic(String account, String password) {
        byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public static Credentials bearer(String token) {
        return new Credentials("Bearer " + token);
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return header == null ? "no credentials" : header.substring(0, header.indexOf(' '));
    }
}
