package io.hansa.connector.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Iso8583;
import io.hansa.connector.Iso8583.Encoding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTextTest {

    @Test
    void bytesAndFieldsAreOneLineEach() {
        assertThat(CorrelationText.parse(" bytes 4 8 ")).isEqualTo(new ByteRange(4, 8));
        assertThat(CorrelationText.parse("iso8583 BINARY 11"))
                .isEqualTo(new Iso8583(Encoding.BINARY, List.of(11)));
        assertThat(CorrelationText.parse("iso8583 ASCII 11,41 48=ans....9999 60=b8"))
                .isEqualTo(
                        new Iso8583(
                                Encoding.ASCII,
                                List.of(11, 41),
                                new TreeMap<>(Map.of(48, "ans....9999", 60, "b8"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "field 11",
                "bytes 4",
                "bytes 4 8 12",
                "bytes 0 0",
                "iso8583 ASCII",
                "iso8583 EBCDIC 11",
                "iso8583 ASCII 11 48",
                "iso8583 ASCII 11 48=lll"
            })
    void whatIsNoneIsToldWithAnExample(String text) {
        assertThatThrownBy(() -> CorrelationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("write it like");
    }
}
