package io.hansa.demo.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.demo.shop.wire.Caller;
import io.hansa.demo.shop.wire.FrameServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockServerTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final FrameServer server;
    private final Caller caller;

    StockServerTest() throws IOException {
        server = Main.open(0);
        caller = new Caller(server.port());
    }

    @AfterEach
    void close() throws IOException {
        caller.close();
        server.close();
    }

    @Test
    void movesAndShowsBalancesInChinese() throws IOException {
        assertThat(ask("MOVE|机械键盘|-2|S-1001")).isEqualTo("MOVED|M-000001|keyboard|机械键盘|-2|38");
        assertThat(ask("SHOW|keyboard")).isEqualTo("BALANCE|keyboard|机械键盘|38");
    }

    @Test
    void refusesToGoBelowZero() throws IOException {
        assertThat(ask("MOVE|monitor|-16|S-1")).isEqualTo("REFUSED|SHORT|monitor|显示器|15|库存不足");
        assertThat(ask("MOVE|monitor|-15|S-1")).endsWith("|0");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        assertThat(ask("")).startsWith("REFUSED|LINE|");
        assertThat(ask("MOVE|keyboard|x|S-1")).startsWith("REFUSED|PIECES|");
        assertThat(ask("SHOW|𠀀")).startsWith("REFUSED|UNKNOWN|");
        caller.send((byte) 0xFF, (byte) 0xFF, (byte) '\n');
        assertThat(line()).startsWith("REFUSED|CHARSET|");
    }

    @Test
    void closesOnALineWithoutEnd() throws IOException {
        caller.send("SHOW".getBytes(GB18030)).endSending();
        assertThat(caller.receiveToEnd()).isEmpty();
    }

    @Test
    void closesOnALineOverItsLimit() throws IOException {
        caller.send(new byte[4097]);
        assertThat(caller.receiveToEnd()).isEmpty();
    }

    private String ask(String line) throws IOException {
        caller.send((line + "\n").getBytes(GB18030));
        return line();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = caller.in().read(); next >= 0 && next != '\n'; next = caller.in().read()) {
            line.write(next);
        }
        return line.toString(GB18030);
    }
}
