package io.hansa.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a connection may be idle, as the server announces it. */
class ServerKeepAliveTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout=5            | 4000",
                "timeout=5, max=100   | 4000",
                "max=100, timeout=1   | 500",
                "timeout=0            | 1",
                "timeout=-1           | 1",
                "timeout=3600         | 60000",
                "timeout=soon         | 60000",
                "max=100              | 60000"
            })
    void theServersTimeoutIsHeeded(String announced, long millis) {
        BasicHttpResponse response = new BasicHttpResponse(200);
        response.setHeader("Keep-Alive", announced);

        assertThat(
                        new ServerKeepAlive(60_000)
                                .getKeepAliveDuration(response, null)
                                .toMilliseconds())
                .isEqualTo(millis);
    }
}
