package io.hansa.demo.shop.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.demo.shop.wire.Caller;
import io.hansa.demo.shop.wire.FrameServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TradeServerTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final FrameServer server;
    private final Caller caller;

    TradeServerTest() throws IOException {
        server = Main.open(0, "T1");
        caller = new Caller(server.port());
    }

    @AfterEach
    void close() throws IOException {
        caller.close();
        server.close();
    }

    @Test
    void speaksWindows1252InLengthPrefixedFrames() throws IOException {
        caller.send(frame("SETTLE|S-1|5 € für Zoë\nITEM|mouse|1"));
        assertThat(reply())
                .isEqualTo(
                        "HANSA-ASSIST price.quote\nSETTLEMENT|T1-000001|S-1|5 € für Zoë\n"
                                + "ITEM|mouse|1\n");
    }

    @Test
    void answersEmptyFramesAndBytesWithoutText() throws IOException {
        caller.send(frame(""));
        assertThat(reply()).startsWith("ERROR|LINES|");
        caller.send((byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0x81);
        assertThat(reply()).startsWith("ERROR|");
    }

    @Test
    void closesOnALengthThatNoFrameHas() throws IOException {
        caller.send(ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array());
        assertThat(caller.receiveToEnd()).isEmpty();
    }

    @Test
    void closesOnANegativeLength() throws IOException {
        caller.send(ByteBuffer.allocate(4).putInt(-1).array());
        assertThat(caller.receiveToEnd()).isEmpty();
    }

    @Test
    void closesOnHalfAFrame() throws IOException {
        caller.send((byte) 0, (byte) 0, (byte) 0, (byte) 9, (byte) 'S').endSending();
        assertThat(caller.receiveToEnd()).isEmpty();
    }

    private static byte[] frame(String text) {
        byte[] bytes = text.getBytes(WINDOWS_1252);
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    }

    private String reply() throws IOException {
        int length = new DataInputStream(caller.in()).readInt();
        return new String(caller.receive(length), WINDOWS_1252);
    }
}
