package io.hansa.it.console;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * One tab by the Chrome DevTools Protocol (chromedevtools.github.io/devtools-protocol). Safe for
 * many threads.
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {
    private static final long ANSWERED_WITHIN_SECONDS = 60;

    private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<BiConsumer<String, JsonObject>> listeners =
            new CopyOnWriteArrayList<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    private DevTools() {}

    static DevTools connect(HttpClient http, URI address) {
        DevTools tools = new DevTools();
        tools.socket = http.newWebSocketBuilder().buildAsync(address, tools).join();
        return tools;
    }

    static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Is told every event, with its parameters, on the thread of the connection. */
    void listen(BiConsumer<String, JsonObject> listener) {
        listeners.add(listener);
    }

    JsonObject send(String method) {
        return send(method, Json.createObjectBuilder());
    }

    /**
     * @throws AssertionError the browser refuses it, or does not answer
     */
    JsonObject send(String method, JsonObjectBuilder parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        asked.put(id, answer);
        String message =
                Json.createObjectBuilder()
                        .add("id", id)
                        .add("method", method)
                        .add("params", parameters)
                        .build()
                        .toString();
        synchronized (this) {
            socket.sendText(message, true).join();
        }
        try {
            JsonObject reply = answer.get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (reply.containsKey("error")) {
                throw new AssertionError(method + ": " + reply.get("error"));
            }
            return reply.getJsonObject("result");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test is being stopped.", stopping);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException silent) {
            throw new AssertionError("Chromium does not answer " + method, silent);
        } finally {
            asked.remove(id);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            JsonObject message = read(text.toString());
            text.setLength(0);
            if (message.containsKey("id")) {
                CompletableFuture<JsonObject> answer = asked.get(message.getInt("id"));
                if (answer != null) {
                    answer.complete(message);
                }
            } else {
                JsonObject parameters = message.getJsonObject("params");
                listeners.forEach(one -> one.accept(message.getString("method"), parameters));
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
