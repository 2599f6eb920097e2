package io.hansa.proxy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.authentication.SignInRefusal;
import io.hansa.proxy.authentication.SignInRefusal.Reason;
import io.hansa.proxy.authentication.Source;
import io.hansa.proxy.tracing.TraceSamples;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RequestLog log = new RequestLog(out);

    @Test
    void everyRequestIsOneLineOfJson() throws IOException {
        log.add(TraceSamples.settled());
        log.add(TraceSamples.failed("account:shop", "trade.settle", 502, "server-fault"));
        log.flush();

        JsonObject settled = lines().get(0);
        assertThat(settled.getString("event")).isEqualTo("request");
        assertThat(settled.getString("time")).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(settled.getString("capability")).isEqualTo("trade.settle");
        assertThat(settled.getString("caller")).isEqualTo("account:shop");
        assertThat(settled.getString("path")).isEqualTo("shop-a,shop-b");
        assertThat(settled.getString("server")).isEqualTo("shop-b/pricing-1");
        assertThat(settled.getInt("status")).isEqualTo(200);
        assertThat(settled.getInt("durationMicros")).isEqualTo(1500);
        assertThat(settled).doesNotContainKeys("code", "effect");
        JsonObject failed = lines().get(1);
        assertThat(failed.getString("code")).isEqualTo("server-fault");
        assertThat(failed.getString("effect")).isEqualTo("UNKNOWN");
        assertThat(failed).doesNotContainKey("server");
    }

    @Test
    void manyRefusedSignInsAreFewLines() throws IOException {
        for (int i = 0; i < 1000; i++) {
            log.add(
                    new SignInRefusal(
                            Reason.PASSWORD_WRONG, "shop", Source.of("192.0.2.1"), "trace-" + i));
        }
        log.flush();

        assertThat(lines()).hasSize(21);
        JsonObject first = lines().get(0);
        assertThat(first.getString("event")).isEqualTo("sign-in-refused");
        assertThat(first.getString("reason")).isEqualTo("password-wrong");
        assertThat(first.getString("account")).isEqualTo("shop");
        assertThat(first.getString("source")).isEqualTo("192.0.2.1");
        assertThat(first.getString("traceId")).isEqualTo("trace-0");
        assertThat(lines().get(20).getString("event")).isEqualTo("sign-ins-refused-besides");
        assertThat(lines().get(20).getInt("count")).isEqualTo(980);
    }

    @Test
    void unauthenticatedRequestHasNoAccount() throws IOException {
        log.add(TraceSamples.unauthenticated());
        log.flush();

        assertThat(lines().get(0)).doesNotContainKey("caller");
        assertThat(lines().get(0).getInt("status")).isEqualTo(401);
    }

    @Test
    void callersTextStaysOnOneLine() throws IOException {
        String name = "x\"}\n{\"event\":\"forged\u2028\u0000";
        log.add(TraceSamples.failed("account:" + name, name, 404, "capability-unknown"));
        log.flush();

        assertThat(lines()).singleElement();
        assertThat(lines().get(0).getString("capability")).isEqualTo(name);
    }

    @Test
    void everyLineIsWrittenOnceAtAFlush() throws IOException {
        log.add(TraceSamples.settled());
        assertThat(out.size()).isZero();

        log.flush();
        log.flush();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void linesThatCannotBeWrittenAreCounted() throws IOException {
        for (int i = 0; i < 16_384 + 3; i++) {
            log.add(TraceSamples.settled());
        }
        log.flush();

        List<String> written = texts();
        assertThat(written).hasSize(16_384 + 1);
        JsonObject last = object(written.get(16_384));
        assertThat(last.getString("event")).isEqualTo("log-lines-dropped");
        assertThat(last.getInt("count")).isEqualTo(3);

        log.add(TraceSamples.settled());
        log.flush();
        assertThat(texts()).hasSize(16_384 + 2);
    }

    @Test
    void fullDiskIsReported() {
        RequestLog broken =
                new RequestLog(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("No space left on device");
                            }
                        });
        broken.add(TraceSamples.settled());

        assertThatThrownBy(broken::flush).hasMessage("No space left on device");
    }

    private List<JsonObject> lines() {
        return texts().stream().map(RequestLogTest::object).toList();
    }

    private List<String> texts() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static JsonObject object(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
