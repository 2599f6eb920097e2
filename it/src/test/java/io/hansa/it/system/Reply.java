package io.hansa.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a proxy answered, whole. */
public record Reply(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    /** Empty where the header is absent. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        return structure().asJsonObject();
    }

    public JsonArray jsonArray() {
        return structure().asJsonArray();
    }

    /** This reply, if it is a result; fails with the proxy's own words otherwise. */
    public Reply ok() {
        return status(200);
    }

    public Reply status(int expected) {
        assertThat(status())
                .as("%s %s: %s", response.request().method(), response.uri(), text())
                .isEqualTo(expected);
        return this;
    }

    /** The problem document, which must be whole and have this code. */
    public Problem problem(int status, String code) {
        return new Problem(status(status)).whole(code);
    }

    private JsonStructure structure() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes()))) {
            return reader.read();
        }
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
