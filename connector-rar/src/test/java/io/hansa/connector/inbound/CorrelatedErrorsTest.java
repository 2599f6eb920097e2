package io.hansa.connector.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.ByteRange;
import io.hansa.connector.CallFailedException;
import io.hansa.connector.Dialogue;
import io.hansa.connector.Fixed;
import io.hansa.connector.Iso8583;
import io.hansa.connector.Iso8583.Encoding;
import io.hansa.connector.ListenerLimits;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.Probe;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a caller is told when there is no reply: in its own protocol, and without harm to its other
 * calls.
 */
@Timeout(60)
class CorrelatedErrorsTest {

    /** Fields 3 and 11. */
    private static final String BITMAP = "2020000000000000";

    /** Fields 3, 11 and 39. */
    private static final String ANSWERED = "2020000002000000";

    private static final String ECHO =
            "0800" + "80200000000000000400000000000000" + "000007" + "301";
    private static final String SIGN_OFF = ECHO.substring(0, ECHO.length() - 3) + "002";

    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @Test
    void errorLineFollowsTheRequestsKeyBytes() throws Exception {
        try (CalledPort port = CalledPort.open(new ByteRange(2, 4), this::misbehave)) {
            port.send("TX0001 fail");
            assertThat(port.receive()).isEqualTo("TX0001HANSA-ERROR shed NONE 1f Not now.");
            port.send("TX0002 other key");
            assertThat(port.receive())
                    .startsWith("TX0002HANSA-ERROR server-protocol-error UNKNOWN");
            port.send("TX0003 short");
            assertThat(port.receive())
                    .startsWith("TX0003HANSA-ERROR server-protocol-error UNKNOWN");
            port.send("TX0004 two lines");
            assertThat(port.receive())
                    .startsWith("TX0004HANSA-ERROR server-protocol-error UNKNOWN");
            port.send("TX0005 throw");
            assertThat(port.receive()).startsWith("TX0005HANSA-ERROR internal-error UNKNOWN");
            port.send("TX1");
            assertThat(port.receive()).startsWith("TX1HANSA-ERROR server-protocol-error NONE");
            port.send("TX0006 fine");
            assertThat(port.receive()).isEqualTo("TX0006 fine");
        }
    }

    @Test
    void errorLineFitsRecordInCallersCharset() throws Exception {
        Charset ebcdic = Charset.forName("IBM037");
        ListenerSettings records =
                new ListenerSettings(
                        "tills",
                        "127.0.0.1",
                        0,
                        new Dialogue(new Fixed(20, (byte) 0x40), new ByteRange(0, 4)),
                        ebcdic,
                        "text/plain",
                        ListenerLimits.USUAL);
        CallFailedException failure = new CallFailedException("HANSA-ERROR shed NONE", "91");
        byte[] line =
                io.hansa.connector.correlation.ErrorReplies.of(records.correlation(), ebcdic, 20)
                        .to("0007 books".getBytes(ebcdic), failure);
        assertThat(new String(line, ebcdic)).isEqualTo("0007HANSA-ERROR shed");
    }

    @Test
    void errorResponseHasRequestsFieldsAndCode() throws Exception {
        try (CalledPort port = CalledPort.open(iso(), this::misbehave)) {
            port.send("0200" + BITMAP + "fail00" + "000001");
            assertThat(port.receive()).isEqualTo("0210" + ANSWERED + "fail00" + "000001" + "91");
            port.send("0200" + BITMAP + "throw0" + "000002");
            assertThat(port.receive()).isEqualTo("0210" + ANSWERED + "throw0" + "000002" + "96");
            port.send("0200" + BITMAP + "short0" + "000003");
            assertThat(port.receive()).isEqualTo("0210" + ANSWERED + "short0" + "000003" + "96");
            port.send("0420" + BITMAP + "fail00" + "000004");
            assertThat(port.receive()).isEqualTo("0430" + ANSWERED + "fail00" + "000004" + "91");
            port.send("0200" + "2000000000000000" + "000000");
            assertThat(port.receive()).isEqualTo("0210" + "2000000002000000" + "000000" + "30");
        }
    }

    @Test
    void unanswerableCallKeepsTheConnection() throws Exception {
        try (CalledPort port = CalledPort.open(iso(), this::misbehave)) {
            String withCheckValue = "0200" + "2020000000000001" + "fail00" + "000001";
            port.send(withCheckValue + "0123456789ABCDEF", "0210" + BITMAP, "no message at all");
            port.send("0200" + BITMAP + "fine00" + "000002");
            assertThat(port.receive()).isEqualTo("0210" + BITMAP + "fine00" + "000002");
        }
    }

    @Test
    void portAnswersEchoAndForwardsSignOff() throws Exception {
        try (CalledPort port = CalledPort.open(iso(), this::misbehave)) {
            port.send(ECHO);
            assertThat(port.receive())
                    .isEqualTo(
                            "0810" + "80200000020000000400000000000000" + "000007" + "00" + "301");
            assertThat(calls).isEmpty();
            port.send(SIGN_OFF);
            assertThat(port.receive()).startsWith("0810");
            assertThat(calls).containsExactly(SIGN_OFF);
        }
    }

    @Test
    void aPortAsksNothingItself() {
        Probe probe = new Probe("hello".getBytes(UTF_8), new byte[0]);
        Dialogue asking =
                new Dialogue(new Fixed(20, (byte) 0x20), new ByteRange(0, 4), probe, null, 0);
        assertThatThrownBy(
                        () ->
                                new ListenerSettings(
                                        "tills",
                                        "127.0.0.1",
                                        0,
                                        asking,
                                        null,
                                        "text/plain",
                                        ListenerLimits.USUAL))
                .hasMessageContaining("leave signOn and echo out");
    }

    private String misbehave(String call) throws CallFailedException {
        calls.add(call);
        if (call.contains("fail")) {
            throw new CallFailedException("HANSA-ERROR shed NONE 1f Not\tnow.", "91");
        }
        if (call.contains("throw")) {
            throw new IllegalStateException("on purpose");
        }
        if (call.contains("short")) {
            return "no";
        }
        if (call.contains("two lines")) {
            return call + "\nand more";
        }
        String reply = call.contains("other key") ? "TX9999 other" : call;
        return call.startsWith("0") ? call.substring(0, 2) + "10" + call.substring(4) : reply;
    }

    private static Iso8583 iso() {
        return new Iso8583(Encoding.ASCII, List.of(11));
    }
}
