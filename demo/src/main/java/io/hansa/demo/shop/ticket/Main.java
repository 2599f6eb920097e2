package io.hansa.demo.shop.ticket;

import io.hansa.demo.shop.wire.FrameServer;
import io.hansa.demo.shop.wire.LegacyServer;
import io.hansa.demo.shop.wire.TextConversation;
import java.io.IOException;
import java.nio.charset.Charset;

/** Starts a box office: {@code --port N}. */
public final class Main {

    private static final int RECORD_BYTES = 120;
    private static final byte EBCDIC_SPACE = 0x40;

    private Main() {}

    public static void main(String[] arguments) {
        LegacyServer.run("ticket", options -> open(options.port()), arguments);
    }

    static FrameServer open(int port) throws IOException {
        return FrameServer.open(
                port,
                new RecordFrames(RECORD_BYTES, EBCDIC_SPACE),
                new TextConversation(
                        Charset.forName("IBM1047"),
                        new BoxOffice(Programme.load())::answer,
                        TicketReply.notARequest().columns()));
    }
}
