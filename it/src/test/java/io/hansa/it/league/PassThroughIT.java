package io.hansa.it.league;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.LineWire;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RecordWire;
import io.hansa.it.system.Reply;
import io.hansa.it.system.Wire;
import io.hansa.it.system.WithLeague;
import java.nio.charset.Charset;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Business data arrives as it was sent (R22): untouched, or the same text in the server's charset.
 */
@WithLeague
class PassThroughIT {
    private static final int MEBIBYTE = 1 << 20;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset IBM1047 = Charset.forName("IBM1047");

    private final ProxySystem shopA;
    private final ProxySystem shopB;

    PassThroughIT(LeagueSystem league) {
        shopA = league.shopA();
        shopB = league.shopB();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void bytesAreUntouchedThereAndBack(int size) throws Exception {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.bytes", server)) {
            Reply sent = shopA.call(offer.capability()).bytes(data).send().ok();
            assertThat(server.nextRequest()).isEqualTo(data);
            assertThat(sent.bytes()).isEqualTo(data);
            Reply streamed = shopA.call(offer.capability()).stream(data).send().ok();
            assertThat(server.nextRequest()).isEqualTo(data);
            assertThat(streamed.bytes()).isEqualTo(data);
        }
    }

    /** Where buffers, prefixes and chunks have their edges, and some in between. */
    static IntStream sizes() {
        return IntStream.concat(
                IntStream.of(0, 1, 255, 256, 4095, 8192, 8193, 65_535, 65_536, MEBIBYTE),
                new Random(22).ints(4, 0, MEBIBYTE));
    }

    @Test
    void bytesReachAPeerUnchanged() throws Exception {
        byte[] data = new byte[100_000];
        new Random(1).nextBytes(data);
        try (BusinessServerSystem first = BusinessServerSystem.that(Manners.asksFor("it.far"));
                BusinessServerSystem second = BusinessServerSystem.that(Manners.ECHO);
                Offer near = shopA.offer("it.near", first);
                Offer far = shopB.offer("it.far", second)) {
            shopA.awaitCapability(far.capability(), shopB);
            Reply reply = shopA.call(near.capability()).bytes(data).send().ok();
            assertThat(second.nextRequest()).isEqualTo(data);
            assertThat(reply.bytes()).isEqualTo(data);
            assertThat(reply.header("Hansa-Path")).isEqualTo("shop-a,shop-b");
        }
    }

    @Test
    void textReachesGb18030ServerAsGb18030() throws Exception {
        String text = "机械键盘, 库存不足, €, 𠮷";
        byte[] seen = transcoded(new LineWire(), GB18030, text, text);
        assertThat(seen).isEqualTo(text.getBytes(GB18030));
    }

    @Test
    void textReachesEbcdicServerAsEbcdic() throws Exception {
        String text = "ISSUE CONCERT-7 [Ünïcôdé] |002|";
        byte[] pad = " ".getBytes(IBM1047);
        byte[] seen =
                transcoded(new RecordWire(64, pad[0]), IBM1047, text, text + " ".repeat(64 - 31));
        assertThat(new String(seen, IBM1047).stripTrailing()).isEqualTo(text);
        assertThat(seen).hasSize(64).startsWith(0xC9, 0xE2, 0xE2, 0xE4, 0xC5);
    }

    @Test
    void bytesThatAreNoTextStayUnchanged() throws Exception {
        byte[] data = {0, 1, (byte) 0xff, (byte) 0x81, 0x30, 13};
        try (BusinessServerSystem server = BusinessServerSystem.echoing(new LineWire(), GB18030);
                Offer offer = shopA.offer("it.charset", server)) {
            Reply reply = shopA.call(offer.capability()).bytes(data).send().ok();
            assertThat(server.nextRequest()).isEqualTo(data);
            assertThat(reply.bytes()).isEqualTo(data);
        }
    }

    private byte[] transcoded(Wire wire, Charset charset, String text, String expected)
            throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.echoing(wire, charset);
                Offer offer = shopA.offer("it.charset", server)) {
            Reply reply = shopA.call(offer.capability()).text(text).send().ok();
            assertThat(new String(reply.bytes(), UTF_8)).isEqualTo(expected);
            return server.nextRequest();
        }
    }
}
