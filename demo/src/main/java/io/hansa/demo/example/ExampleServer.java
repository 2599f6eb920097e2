package io.hansa.demo.example;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** A legacy business server of the worked example, behind its proxy. */
public enum ExampleServer {
    TRADE_1(ExampleProxy.SHOP_A, ServerKind.TRADE, 8191, List.of("--series", "T1")),
    TRADE_2(ExampleProxy.SHOP_A, ServerKind.TRADE, 8192, List.of("--series", "T2")),
    PRICING_1(ExampleProxy.SHOP_B, ServerKind.PRICING, 8193, List.of()),
    STOCK_1(ExampleProxy.SHOP_B, ServerKind.STOCK, 8194, List.of()),
    TICKET_1(ExampleProxy.TICKETS, ServerKind.TICKET, 8195, List.of());

    private static final int CONCURRENT = 16;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final ExampleProxy proxy;
    private final ServerKind kind;
    private final int port;
    private final List<String> options;

    ExampleServer(ExampleProxy proxy, ServerKind kind, int port, List<String> options) {
        this.proxy = proxy;
        this.kind = kind;
        this.port = port;
        this.options = options;
    }

    public ExampleProxy proxy() {
        return proxy;
    }

    /** {@code trade-1} and so on. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int port() {
        return port;
    }

    /** Whether it wants a directory for its database. */
    public boolean keepsData() {
        return kind == ServerKind.PRICING;
    }

    public String mainClass() {
        return "io.hansa.demo.shop." + kind.name().toLowerCase(Locale.ROOT) + ".Main";
    }

    /** What its command line has besides the port and the directory. */
    public List<String> options() {
        return options;
    }

    String capability() {
        return kind.capability();
    }

    /** The server as the administration API takes it. */
    JsonObject document() {
        var document =
                Json.createObjectBuilder()
                        .add("endpoint", kind.endpoint(port))
                        .add("capabilities", Json.createArrayBuilder().add(capability()))
                        .add("maxConcurrent", CONCURRENT)
                        .add("timeoutMillis", TIMEOUT_MILLIS);
        kind.framing().ifPresent(framing -> document.add("framing", framing));
        kind.charset().ifPresent(charset -> document.add("charset", charset));
        return document.build();
    }
}
