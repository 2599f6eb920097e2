package io.hansa.demo.shop.trade;

import io.hansa.demo.shop.wire.FrameServer;
import io.hansa.demo.shop.wire.LegacyServer;
import io.hansa.demo.shop.wire.ServerOptions;
import io.hansa.demo.shop.wire.TextConversation;
import java.io.IOException;
import java.nio.charset.Charset;

/** Starts a trade server: {@code --port N [--series T1]}. */
public final class Main {

    private static final int MAX_BYTES = 64 * 1024;

    private Main() {}

    public static void main(String[] arguments) {
        LegacyServer.run("trade", Main::open, arguments);
    }

    private static AutoCloseable open(ServerOptions options) throws IOException {
        return open(options.port(), options.value("series").orElse("T1"));
    }

    static FrameServer open(int port, String series) throws IOException {
        return FrameServer.open(
                port,
                new LengthPrefixFrames(MAX_BYTES),
                new TextConversation(
                        Charset.forName("windows-1252"),
                        new TradeDesk(series)::answer,
                        "ERROR|CHARSET|Send text in windows-1252."));
    }
}
