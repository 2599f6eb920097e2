package io.hansa.demo.shop.pricing;

import io.hansa.demo.shop.wire.LegacyServer;
import java.nio.file.Path;
import java.time.Clock;

/** Starts a price server: {@code --port N [--data directory]}; without a directory, in memory. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        LegacyServer.run(
                "pricing",
                options ->
                        PricingServer.open(
                                options.port(),
                                options.value("data").map(Path::of),
                                Clock.systemDefaultZone()),
                arguments);
    }
}
