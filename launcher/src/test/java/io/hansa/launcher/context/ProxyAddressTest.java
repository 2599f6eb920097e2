package io.hansa.launcher.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ProxyAddressTest {
    private final ProxyAddress address = new ProxyAddress();

    @Test
    void addressHasSchemeHostAndPort() {
        assertThat(address.convert("https://proxy.example:8443"))
                .isEqualTo(URI.create("https://proxy.example:8443"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost:8080", "ftp://a", "http://", "a b"})
    void anotherTextIsRefusedWithTheRemedy(String text) {
        assertThatThrownBy(() -> address.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("http://");
    }
}
