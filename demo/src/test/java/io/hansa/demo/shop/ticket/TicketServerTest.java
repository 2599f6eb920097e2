package io.hansa.demo.shop.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.demo.shop.wire.Caller;
import io.hansa.demo.shop.wire.FrameServer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicketServerTest {

    private static final Charset IBM1047 = Charset.forName("IBM1047");

    private final FrameServer server;
    private final Caller caller;

    TicketServerTest() throws IOException {
        server = Main.open(0);
        caller = new Caller(server.port());
    }

    @AfterEach
    void close() throws IOException {
        caller.close();
        server.close();
    }

    @Test
    void speaksEbcdicRecordsOfOneLength() throws IOException {
        caller.send(record("ISSUE CONCERT-7   001T1-000001   S-1001      00000"));
        byte[] reply = caller.receive(120);
        assertThat(reply[0]).as("EBCDIC T").isEqualTo((byte) 0xE3);
        assertThat(reply[119]).as("EBCDIC space").isEqualTo((byte) 0x40);
        assertThat(new String(reply, IBM1047)).startsWith("TICKET00CONCERT-7   001K00000001");
    }

    @Test
    void answersGarbageWithARecord() throws IOException {
        caller.send(new byte[120]);
        assertThat(new String(caller.receive(120), IBM1047)).startsWith("TICKET90");
    }

    @Test
    void closesOnHalfARecord() throws IOException {
        caller.send(new byte[60]).endSending();
        assertThat(caller.receiveToEnd()).isEmpty();
    }

    private static byte[] record(String text) {
        byte[] record = new byte[120];
        Arrays.fill(record, (byte) 0x40);
        byte[] columns = text.getBytes(IBM1047);
        System.arraycopy(columns, 0, record, 0, columns.length);
        return record;
    }
}
