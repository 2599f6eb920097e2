package io.hansa.launcher.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LengthTest {
    private final Length length = new Length();

    @ParameterizedTest
    @CsvSource({"30s,30", "15m,900", "1h30m,5400", "1d,86400", "1d2h,93600", "PT5M,300"})
    void lengthsAreWrittenShortOrByIso8601(String text, long seconds) {
        assertThat(length.convert(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "soon", "P", "1d1d"})
    void anotherTextIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> length.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("30s");
    }
}
