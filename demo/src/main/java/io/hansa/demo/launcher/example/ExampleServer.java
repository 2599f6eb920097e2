package io.hansa.demo.launcher.example;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A legacy business server of the worked example, behind its proxy. */
public enum ExampleServer {
    TRADE_1(ExampleProxy.SHOP_A, "trade", 1, 8191, List.of("--series", "T1")),
    TRADE_2(ExampleProxy.SHOP_A, "trade", 2, 8192, List.of("--series", "T2")),
    PRICING_1(ExampleProxy.SHOP_B, "pricing", 1, 8193, List.of()),
    STOCK_1(ExampleProxy.SHOP_B, "stock", 1, 8194, List.of()),
    TICKET_1(ExampleProxy.TICKETS, "ticket", 1, 8195, List.of());

    private static final int CONCURRENT = 16;
    private static final int TIMEOUT_MILLIS = 5_000;

    private final ExampleProxy proxy;
    private final String program;
    private final int number;
    private final int port;
    private final List<String> options;

    ExampleServer(ExampleProxy proxy, String program, int number, int port, List<String> options) {
        this.proxy = proxy;
        this.program = program;
        this.number = number;
        this.port = port;
        this.options = options;
    }

    public ExampleProxy proxy() {
        return proxy;
    }

    public String id() {
        return program + "-" + number;
    }

    public int port() {
        return port;
    }

    public boolean keepsData() {
        return program.equals("pricing");
    }

    public String mainClass() {
        return "io.hansa.demo.shop." + program + ".Main";
    }

    /** What its command line has besides the port. */
    public List<String> options() {
        return options;
    }

    String capability() {
        return switch (program) {
            case "trade" -> "trade.settle";
            case "pricing" -> "price.quote";
            case "stock" -> "stock.move";
            default -> "ticket.issue";
        };
    }

    /** The server as the administration API takes it. */
    JsonObject document() {
        String endpoint = keepsData() ? "http://127.0.0.1:%d/quote" : "tcp://127.0.0.1:%d";
        var document =
                Json.createObjectBuilder()
                        .add("endpoint", endpoint.formatted(port))
                        .add("capabilities", Json.createArrayBuilder().add(capability()))
                        .add("maxConcurrent", CONCURRENT)
                        .add("timeoutMillis", TIMEOUT_MILLIS);
        framing().ifPresent(framing -> document.add("framing", framing));
        charset().ifPresent(charset -> document.add("charset", charset));
        return document.build();
    }

    private Optional<JsonObject> framing() {
        var framing = Json.createObjectBuilder();
        return switch (program) {
            case "trade" ->
                    Optional.of(
                            framing.add("type", "length-prefix")
                                    .add("bytes", 4)
                                    .add("encoding", "BINARY")
                                    .build());
            case "stock" -> Optional.of(framing.add("type", "delimiter").add("hex", "0A").build());
            case "ticket" ->
                    Optional.of(
                            framing.add("type", "fixed")
                                    .add("bytes", 120)
                                    .add("padHex", "40")
                                    .build());
            default -> Optional.empty();
        };
    }

    private Optional<String> charset() {
        return switch (program) {
            case "trade" -> Optional.of("windows-1252");
            case "stock" -> Optional.of("GB18030");
            case "ticket" -> Optional.of("IBM1047");
            default -> Optional.empty();
        };
    }
}
