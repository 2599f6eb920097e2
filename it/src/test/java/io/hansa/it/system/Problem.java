package io.hansa.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

/**
 * A failure as a proxy tells it: {@code application/problem+json} (RFC 9457) with Hansa's members.
 */
public record Problem(Reply reply) {

    public String detail() {
        return json().getString("detail");
    }

    public JsonObject json() {
        return reply.json();
    }

    /** No business server saw the request: safe to send again. */
    public Problem withoutEffect() {
        assertThat(json().getString("effect")).as(reply.text()).isEqualTo("NONE");
        return this;
    }

    public Problem withUnknownEffect() {
        assertThat(json().getString("effect")).as(reply.text()).isEqualTo("UNKNOWN");
        return this;
    }

    Problem whole(String code) {
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        JsonObject json = json();
        assertThat(json)
                .containsKeys("type", "title", "status", "detail", "code", "traceId", "effect");
        assertThat(json.getString("code")).as(reply.text()).isEqualTo(code);
        assertThat(json.getInt("status")).isEqualTo(reply.status());
        assertThat(json.getString("type")).isNotBlank();
        assertThat(json.getString("title")).isNotBlank();
        assertThat(json.getString("detail")).isNotBlank();
        assertThat(json.getString("effect")).isIn("NONE", "UNKNOWN");
        assertThat(json.getString("traceId"))
                .matches("[0-9a-f]{32}")
                .isEqualTo(reply.header("Hansa-Trace-Id"));
        return this;
    }
}
