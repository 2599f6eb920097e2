package io.hansa.connector.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Close;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Dialogue;
import io.hansa.connector.Fixed;
import io.hansa.connector.Framing;
import io.hansa.connector.Iso8583;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.StxEtx;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameInspectorTest {

    private static final int MAX_PAYLOAD = 1000;
    private static final Framing BEHIND_HEADER =
            new LengthPrefix(2, LengthEncoding.BINARY, true, -1, new byte[] {0x60, 0});

    @Test
    void prefixHeaderAndPayloadAreNamed() {
        FoundFrames found = inspect(BEHIND_HEADER, "0008 6000 414243 0008 6001 444546");

        assertThat(found.frames()).hasSize(2);
        assertThat(found.frames().get(1))
                .isEqualTo(
                        new FoundFrame(
                                7,
                                7,
                                List.of(
                                        new FrameField("prefix", 7, 2, "8"),
                                        new FrameField("header", 9, 2, null),
                                        new FrameField("payload", 11, 3, null)),
                                null));
        assertThat(found.restOffset()).isEqualTo(14);
        assertThat(found.broken()).isNull();
    }

    @Test
    void unfinishedFrameIsRest() {
        FoundFrames found = inspect(BEHIND_HEADER, "0008 6000 414243 0008 60");

        assertThat(found.frames()).hasSize(1);
        assertThat(found.restOffset()).isEqualTo(7);
        assertThat(found.broken()).isNull();
    }

    @Test
    void brokenFrameTellsReasonAndOffset() {
        Framing digits = new LengthPrefix(2, LengthEncoding.ASCII, false, 0, null);
        FoundFrames found = inspect(digits, "3031 41 5858 41");

        assertThat(found.frames()).hasSize(1);
        assertThat(found.restOffset()).isEqualTo(3);
        assertThat(found.broken()).contains("5858").contains("ASCII");
    }

    @Test
    void controlBytesAndCheckByteAreNamed() {
        FoundFrames found = inspect(new StxEtx(true), "02 4142 03 00");

        assertThat(names(found)).containsExactly("stx", "payload", "etx", "lrc");
        assertThat(found.frames().get(0).fields().get(3).value()).isEqualTo("00");
    }

    @Test
    void delimiterFixedAndCloseAreNamed() {
        assertThat(names(inspect(new Delimiter(new byte[] {13, 10}), "41 0D0A")))
                .containsExactly("payload", "delimiter");
        assertThat(names(inspect(new Fixed(2, (byte) 0), "4142"))).containsExactly("payload");
        assertThat(names(inspect(new Close(), "414243"))).containsExactly("payload");
    }

    @Test
    void framesBeyondTheMaximumAreReported() {
        byte[] records = new byte[6];
        FoundFrames found =
                new FrameInspector(new Fixed(2, (byte) 0)).inspect(records, 2, MAX_PAYLOAD);

        assertThat(found.frames()).hasSize(2);
        assertThat(found.more()).isTrue();
        assertThat(found.restOffset()).isEqualTo(4);
    }

    @Test
    void correlatingBytesLieWithinThePayload() {
        Framing correlated =
                new Dialogue(
                        new LengthPrefix(1, LengthEncoding.BINARY, false, 0, null),
                        new ByteRange(1, 2));

        assertThat(inspect(correlated, "04 41424344").frames().get(0).fields())
                .contains(new FrameField("correlation", 2, 2, null));
        assertThat(inspect(correlated, "01 41").frames().get(0).remark()).contains("offset 1");
    }

    @Test
    void fieldsOfIso8583AreNamed() {
        Framing iso =
                new Dialogue(
                        new LengthPrefix(2, LengthEncoding.BINARY, false, 0, null),
                        new Iso8583(Iso8583.Encoding.ASCII, List.of(11)));
        byte[] message = "02000020000000800000123456TERM0001".getBytes(StandardCharsets.US_ASCII);
        String hex = "%04X".formatted(message.length) + HexFormat.of().formatHex(message);

        assertThat(inspect(iso, hex).frames().get(0).fields())
                .contains(
                        new FrameField("type", 2, 4, null),
                        new FrameField("bitmap", 6, 16, null),
                        new FrameField("field 11", 22, 6, null),
                        new FrameField("field 41", 28, 8, null));
    }

    private static List<String> names(FoundFrames found) {
        return found.frames().get(0).fields().stream().map(FrameField::name).toList();
    }

    private static FoundFrames inspect(Framing framing, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return new FrameInspector(framing).inspect(bytes, 100, MAX_PAYLOAD);
    }
}
