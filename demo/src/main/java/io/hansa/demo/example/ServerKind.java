package io.hansa.demo.example;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;

/** What a legacy server of the worked example can do, and how it wants to be spoken to. */
enum ServerKind {
    TRADE(
            "trade.settle",
            "tcp://127.0.0.1:%d",
            "{\"type\":\"length-prefix\",\"bytes\":4,\"encoding\":\"BINARY\"}",
            "windows-1252"),
    PRICING("price.quote", "http://127.0.0.1:%d/quote", null, null),
    STOCK("stock.move", "tcp://127.0.0.1:%d", "{\"type\":\"delimiter\",\"hex\":\"0A\"}", "GB18030"),
    TICKET(
            "ticket.issue",
            "tcp://127.0.0.1:%d",
            "{\"type\":\"fixed\",\"bytes\":120,\"padHex\":\"40\"}",
            "IBM1047");

    private final String capability;
    private final String endpoint;
    private final String framing;
    private final String charset;

    ServerKind(String capability, String endpoint, String framing, String charset) {
        this.capability = capability;
        this.endpoint = endpoint;
        this.framing = framing;
        this.charset = charset;
    }

    String capability() {
        return capability;
    }

    String endpoint(int port) {
        return endpoint.formatted(port);
    }

    Optional<JsonObject> framing() {
        return Optional.ofNullable(framing)
                .map(text -> Json.createReader(new StringReader(text)).readObject());
    }

    Optional<String> charset() {
        return Optional.ofNullable(charset);
    }
}
