package io.hansa.it.protection;

import io.hansa.it.system.BusinessServer;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Manners;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.List;

/**
 * A business server whose behaviour changes while it runs. Each exchange with it has its own time
 * limit.
 */
final class MoodyServer implements BusinessServer {
    private final int timeoutMillis;
    private final int maxConcurrent;
    private volatile Manners mood;
    private final BusinessServerSystem server;

    MoodyServer(int timeoutMillis, int maxConcurrent, Manners mood) throws IOException {
        this.timeoutMillis = timeoutMillis;
        this.maxConcurrent = maxConcurrent;
        this.mood = mood;
        this.server = BusinessServerSystem.that((request, line) -> this.mood.take(request, line));
    }

    /** Answers after a while. */
    static Manners working(int millis) {
        return (request, line) -> {
            line.pause(millis);
            return Manners.ECHO.take(request, line);
        };
    }

    void becomes(Manners other) {
        mood = other;
    }

    void dies() {
        server.refuse();
    }

    void comesBack() {
        server.listen();
    }

    @Override
    public String id() {
        return server.id();
    }

    @Override
    public JsonObjectBuilder entry(String capability) {
        return entry(new String[] {capability});
    }

    JsonObjectBuilder entry(String... capabilities) {
        return server.entry(capabilities[0])
                .add("capabilities", Json.createArrayBuilder(List.of(capabilities)))
                .add("maxConcurrent", maxConcurrent)
                .add("timeoutMillis", timeoutMillis);
    }

    @Override
    public int requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}
