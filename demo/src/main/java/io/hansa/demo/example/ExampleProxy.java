package io.hansa.demo.example;

import java.net.URI;

/** A proxy of the worked example; all addresses are on the loopback interface. */
public enum ExampleProxy {
    SHOP_A("shop-a", "shanghai", "shop", 8181, 8281),
    SHOP_B("shop-b", "shanghai", "shop", 8182, 8282),
    TICKETS("tickets", "beijing", "tickets", 8183, 8283);

    private final String id;
    private final String region;
    private final String organization;
    private final int httpPort;
    private final int extranetPort;

    ExampleProxy(String id, String region, String organization, int httpPort, int extranetPort) {
        this.id = id;
        this.region = region;
        this.organization = organization;
        this.httpPort = httpPort;
        this.extranetPort = extranetPort;
    }

    public String id() {
        return id;
    }

    public String region() {
        return region;
    }

    public String organization() {
        return organization;
    }

    public int httpPort() {
        return httpPort;
    }

    public int extranetPort() {
        return extranetPort;
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    URI extranet() {
        return URI.create("https://127.0.0.1:" + extranetPort);
    }
}
