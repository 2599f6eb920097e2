package io.hansa.web.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.configuration.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedSourceTest {
    private static final String TRUSTED = "10.0.0.0/8, 127.0.0.1, 2001:db8:1::/48";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.60;proto=http;by=203.0.113.43 | 192.0.2.60",
                "for=198.51.100.9, For=\"192.0.2.60:4711\" | 192.0.2.60",
                "for=192.0.2.60, for=10.1.2.3 | 192.0.2.60",
                "for=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe::17",
                "for=\"[2001:db8:cafe::17]\", for=\"[2001:db8:1::5]\" | 2001:db8:cafe::17",
                "for=10.1.2.3, for=10.1.2.4 | 10.1.2.3",
                "\"evil, for=1.2.3.4, for=192.0.2.60 | 192.0.2.60",
                "for=unknown | 127.0.0.1",
                "for=_hidden | 127.0.0.1",
                "for=192.0.2.999 | 127.0.0.1",
                "for=localhost | 127.0.0.1",
                "for=192.0.2.60, nonsense | 127.0.0.1"
            })
    void theRightMostAddressThatIsNotTrustedIsTheSource(String forwarded, String source) {
        assertThat(source(TRUSTED, "127.0.0.1", "Forwarded", forwarded)).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.60 | 192.0.2.60",
                "1.2.3.4, 192.0.2.60:4711, 10.0.0.1 | 192.0.2.60",
                "2001:db8:cafe::17 | 2001:db8:cafe::17",
                "1.2.3.4, nonsense | 127.0.0.1"
            })
    void theOlderHeaderIsUnderstood(String forwarded, String source) {
        assertThat(source(TRUSTED, "127.0.0.1", "X-Forwarded-For", forwarded)).isEqualTo(source);
    }

    @Test
    void untrustedSenderIsTheSource() {
        assertThat(source(TRUSTED, "192.0.2.1", "X-Forwarded-For", "1.2.3.4"))
                .isEqualTo("192.0.2.1");
        assertThat(source("", "127.0.0.1", "Forwarded", "for=1.2.3.4")).isEqualTo("127.0.0.1");
    }

    private static String source(String trusted, String sender, String header, String value) {
        Map<String, List<String>> headers = Map.of(header, List.of(value));
        HttpServletRequest request =
                (HttpServletRequest)
                        Proxy.newProxyInstance(
                                ForwardedSourceTest.class.getClassLoader(),
                                new Class<?>[] {HttpServletRequest.class},
                                (proxy, method, given) ->
                                        switch (method.getName()) {
                                            case "getRemoteAddr" -> sender;
                                            case "getHeaders" ->
                                                    Collections.enumeration(
                                                            headers.getOrDefault(
                                                                    given[0], List.of()));
                                            default ->
                                                    throw new UnsupportedOperationException(
                                                            method.getName());
                                        });
        return new ForwardedSource(TrustedProxies.of(trusted)).of(request).address();
    }
}
