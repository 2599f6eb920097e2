package io.hansa.demo.shop.stock;

import io.hansa.demo.shop.wire.FrameServer;
import io.hansa.demo.shop.wire.LegacyServer;
import io.hansa.demo.shop.wire.TextConversation;
import java.io.IOException;
import java.nio.charset.Charset;

/** Starts a stock server: {@code --port N}. */
public final class Main {

    private static final int MAX_BYTES = 4096;

    private Main() {}

    public static void main(String[] arguments) {
        LegacyServer.run("stock", options -> open(options.port()), arguments);
    }

    static FrameServer open(int port) throws IOException {
        return FrameServer.open(
                port,
                new LineFrames(MAX_BYTES),
                new TextConversation(
                        Charset.forName("GB18030"),
                        new StockClerk(OpeningBalances.load())::answer,
                        "REFUSED|CHARSET|Send text in GB18030."));
    }
}
