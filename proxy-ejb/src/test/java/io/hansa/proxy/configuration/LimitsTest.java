package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @Test
    void withoutAWordTheDefaultsHold() {
        assertThat(Limits.from(new MapConfig(Map.of())))
                .isEqualTo(new Limits(16 << 20, 256, 0.9, 8, 900));
    }

    @Test
    void configuredLimitsHold() {
        Limits limits =
                Limits.from(
                        new MapConfig(
                                Map.of(
                                        "hansa.limits.body-bytes", "1000",
                                        "hansa.node.capacity", " 64 ",
                                        "hansa.node.threshold", "0.5",
                                        "hansa.limits.hops", "3",
                                        "hansa.token.lifetime-seconds", "60")));

        assertThat(limits).isEqualTo(new Limits(1000, 64, 0.5, 3, 60));
    }

    @ParameterizedTest
    @CsvSource({
        "hansa.node.capacity, 0, give a number from 1 to 1000000",
        "hansa.node.capacity, many, give a number from 1 to 1000000",
        "hansa.node.capacity, 99999999999, give a number from 1 to 1000000",
        "hansa.node.threshold, 0, give a number from 0.01 to 10.0",
        "hansa.node.threshold, NaN, give a number from 0.01 to 10.0",
        "hansa.limits.hops, 65, give a number from 1 to 64",
        "hansa.limits.body-bytes, -1, give a number from 1 to 1073741824",
        "hansa.token.lifetime-seconds, 9, give a number from 10 to 86400"
    })
    void aWrongValueEndsTheStartWithKeyValueAndRemedy(String key, String value, String remedy) {
        assertThatThrownBy(() -> Limits.from(new MapConfig(Map.of(key, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(key + " is \"" + value + "\"; " + remedy + ".");
    }
}
