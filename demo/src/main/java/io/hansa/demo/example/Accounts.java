package io.hansa.demo.example;

import io.hansa.launcher.proxy.AdminEntry;
import io.hansa.launcher.proxy.Credentials;
import jakarta.json.Json;

/** The demo's accounts, the same on every proxy. They exist in the demo only. */
public final class Accounts {

    /** May ask for what the shop needs. */
    public static final Credentials SHOP = new Credentials("shop", "shop-demo");

    /** Made by the node itself, from {@code HANSA_ADMIN_PASSWORD}. */
    public static final Credentials ADMINISTRATOR = new Credentials("admin", "admin-demo");

    private Accounts() {}

    static AdminEntry shop() {
        return AdminEntry.put(
                "/accounts/" + SHOP.account(),
                Json.createObjectBuilder()
                        .add("password", SHOP.password())
                        .add("roles", Json.createArrayBuilder().add("CALLER"))
                        .add("enabled", true)
                        .build());
    }
}
