package io.hansa.launcher.proxy;

import jakarta.json.JsonObject;

/**
 * One change through the administration API.
 *
 * @param path below {@code /api/v1/admin}
 */
public record AdminEntry(String method, String path, JsonObject body) {

    public static AdminEntry put(String path, JsonObject body) {
        return new AdminEntry("PUT", path, body);
    }

    public static AdminEntry post(String path, JsonObject body) {
        return new AdminEntry("POST", path, body);
    }
}
