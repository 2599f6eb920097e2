package io.hansa.proxy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.ByteRange;
import io.hansa.connector.ListenerLimits;
import io.hansa.connector.StxEtx;
import io.hansa.proxy.configuration.MapConfig;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundPortTest {
    private final Map<String, String> values =
            new HashMap<>(
                    Map.of(
                            "hansa.inbound", "tills, ",
                            "hansa.inbound.tills.port", "9100",
                            "hansa.inbound.tills.framing", "{\"type\":\"stx-etx\",\"lrc\":true}",
                            "hansa.inbound.tills.account", "till",
                            "hansa.inbound.tills.capability", "stock.move"));

    @Test
    void aPortIsReadWithWhatIsUsual() {
        InboundPort port = InboundPort.from(new MapConfig(values)).get(0);
        assertThat(port.account()).isEqualTo("till");
        assertThat(port.capability()).isEqualTo("stock.move");
        assertThat(port.settings().address()).isEqualTo("127.0.0.1");
        assertThat(port.settings().port()).isEqualTo(9100);
        assertThat(port.settings().framing()).isEqualTo(new StxEtx(true));
        assertThat(port.settings().limits()).isEqualTo(ListenerLimits.USUAL);
    }

    @Test
    void manyCallsAtOnceNeedACorrelation() {
        values.put(
                "hansa.inbound.tills.framing",
                "{\"type\":\"stx-etx\",\"correlate\":{\"offset\":0,\"bytes\":8}}");
        values.put("hansa.inbound.tills.max-in-flight", "64");
        InboundPort port = InboundPort.from(new MapConfig(values)).get(0);
        assertThat(port.settings().correlation()).isEqualTo(new ByteRange(0, 8));
        assertThat(port.settings().limits().maxInFlight()).isEqualTo(64);
    }

    @Test
    void thereNeedBeNone() {
        assertThat(InboundPort.from(new MapConfig(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "port, '', hansa.inbound.tills.port is",
        "port, 99999, give a number from 1 to 65535",
        "account, '', hansa.inbound.tills.account is not set",
        "framing, '{}', hansa.inbound.tills.framing is",
        "framing, '{type:delimiter}', hansa.inbound.tills.framing is",
        "framing, '{\"type\":\"lines\"}', give one of",
        "charset, none-such, give one that this JVM has",
        "max-connections, many, give a number",
        "max-in-flight, 0, give a number from 1",
        "tls, bank, hansa.tls.bank.keystore is not set",
        "tls-client, required, name a profile in hansa.inbound.tills.tls",
        "tls-client, perhaps, 'give one of none, optional, required'",
    })
    void whatCannotBeNamesKeyAndRemedy(String member, String value, String message) {
        values.put("hansa.inbound.tills." + member, value);
        assertThatThrownBy(() -> InboundPort.from(new MapConfig(values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
