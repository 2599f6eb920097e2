package io.hansa.demo.shop.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ServerOptionsTest {

    @Test
    void readsPairs() {
        ServerOptions options = ServerOptions.parse("--port", "8191", "--data", "/d");
        assertThat(options.port()).isEqualTo(8191);
        assertThat(options.value("data")).contains("/d");
        assertThat(options.value("series")).isEmpty();
    }

    @Test
    void saysWhatToWriteInstead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerOptions.parse("8191"))
                .withMessageContaining("--name value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerOptions.parse().port())
                .withMessageContaining("--port N");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerOptions.parse("--port", "99999").port())
                .withMessageContaining("1 to 65535");
    }
}
