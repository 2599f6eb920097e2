package io.hansa.proxy.registration;

import static io.hansa.checks.SeededCases.between;
import static io.hansa.checks.SeededCases.bytes;
import static io.hansa.checks.SeededCases.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.checks.SeededCases;
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
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingJsonTest {
    @Test
    void takesBackEveryLengthPrefixThatItPrinted() {
        SeededCases.check(
                200,
                random -> {
                    int bytes = between(random, 1, 8);
                    LengthEncoding encoding = oneOf(random, LengthEncoding.values());
                    boolean includesPrefix = random.nextBoolean();
                    int adjust = between(random, -1_000, 1_000);
                    byte[] header = bytes(random, 0, 40);
                    roundTrip(new LengthPrefix(bytes, encoding, includesPrefix, adjust, header));
                });
    }

    @Test
    void readsEveryDelimiterAndRecordItPrints() {
        SeededCases.check(
                50,
                random -> {
                    byte[] delimiter = bytes(random, 1, 16);
                    int bytes = between(random, 1, 1048576);
                    byte pad = (byte) between(random, -128, 127);
                    roundTrip(new Delimiter(delimiter));
                    roundTrip(new Fixed(bytes, pad));
                });
    }

    @Test
    void readsTheFormsOfTheContract() {
        assertThat(
                        parse(
                                """
                                {"type":"length-prefix","bytes":4,"encoding":"BCD",
                                 "includesPrefix":true,"adjust":-2,"headerHex":"6000000000"}\
                                """))
                .isEqualTo(
                        new LengthPrefix(
                                4, LengthEncoding.BCD, true, -2, new byte[] {0x60, 0, 0, 0, 0}));
        assertThat(parse("{\"type\":\"delimiter\",\"hex\":\"0D0a\"}"))
                .isEqualTo(new Delimiter(new byte[] {13, 10}));
        assertThat(parse("{\"type\":\"fixed\",\"bytes\":120,\"padHex\":\"40\"}"))
                .isEqualTo(new Fixed(120, (byte) 0x40));
    }

    @Test
    void readsAndPrintsDialogues() {
        roundTrip(new StxEtx(true));
        roundTrip(new StxEtx(false));
        roundTrip(new Close());
        Framing lines = new Delimiter(new byte[] {10});
        assertThat(
                        parse(
                                """
                                {"type":"delimiter","hex":"0A","correlate":{"offset":2,"bytes":8}}\
                                """))
                .isEqualTo(new Dialogue(lines, new ByteRange(2, 8)));
        Framing iso =
                parse(
                        """
                        {"type":"length-prefix","bytes":2,
                         "correlate":{"iso8583":{"encoding":"BINARY","fields":[11,41],"layout":{"48":"ans....9999"}}},
                         "signOn":{"requestHex":"0800"},
                         "echo":{"requestHex":"0801","replyHex":"0810","afterMillis":5000}}\
                        """);
        assertThat(((Dialogue) iso).correlation())
                .isEqualTo(
                        new Iso8583(
                                Iso8583.Encoding.BINARY,
                                List.of(11, 41),
                                new TreeMap<>(Map.of(48, "ans....9999"))));
        assertThat(((Dialogue) iso).echoAfterMillis()).isEqualTo(5000);
        roundTrip(iso);
    }

    @Test
    void fillsInWhatIsUsual() {
        assertThat(parse("{\"type\":\"length-prefix\"}"))
                .isEqualTo(new LengthPrefix(4, LengthEncoding.BINARY, false, 0, null));
        assertThat(parse("{\"type\":\"fixed\",\"bytes\":5}")).isEqualTo(new Fixed(5, (byte) ' '));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stx", "DELIMITER", ""})
    void namesTheTypesThatItKnows(String type) {
        assertThatThrownBy(() -> parse("{\"type\":\"" + type + "\"}"))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "type of framing is \"%s\"; give one of length-prefix, delimiter, stx-etx, fixed, close."
                                .formatted(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"delimiter\"}",
                "{\"type\":\"delimiter\",\"hex\":\"\"}",
                "{\"type\":\"delimiter\",\"hex\":\"0\"}",
                "{\"type\":\"delimiter\",\"hex\":\"0g\"}",
                "{\"type\":\"delimiter\",\"hex\":\"0A\",\"bytes\":1}",
                "{\"type\":\"fixed\"}",
                "{\"type\":\"fixed\",\"bytes\":0}",
                "{\"type\":\"fixed\",\"bytes\":1,\"padHex\":\"2020\"}",
                "{\"type\":\"fixed\",\"bytes\":1,\"padHex\":\"\"}",
                "{\"type\":\"length-prefix\",\"bytes\":0}",
                "{\"type\":\"length-prefix\",\"bytes\":9}",
                "{\"type\":\"length-prefix\",\"encoding\":\"binary\"}",
                "{\"type\":\"close\",\"correlate\":{\"offset\":0,\"bytes\":8}}",
                "{\"type\":\"length-prefix\",\"correlate\":{}}",
                "{\"type\":\"length-prefix\",\"correlate\":{\"offset\":0,\"bytes\":0}}",
                "{\"type\":\"length-prefix\",\"correlate\":{\"iso8583\":{\"fields\":[]}}}",
                "{\"type\":\"length-prefix\",\"correlate\":{\"iso8583\":{\"fields\":[1]}}}",
                "{\"type\":\"length-prefix\",\"correlate\":{\"iso8583\":{\"fields\":[1e99]}}}",
                "{\"type\":\"length-prefix\",\"correlate\":{\"iso8583\":{\"fields\":[11],\"layout\":{\"48\":\"LLLVAR\"}}}}",
                "{\"type\":\"length-prefix\",\"echo\":{}}",
                "{\"type\":\"stx-etx\",\"lrc\":\"yes\"}"
            })
    void refusesWhatNoServerCouldMean(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(Failure.class);
    }

    private static void roundTrip(Framing framing) {
        assertThat(parse(FramingJson.print(framing).toString())).isEqualTo(framing);
    }

    private static Framing parse(String json) {
        return FramingJson.parse(JsonText.object(json));
    }
}
