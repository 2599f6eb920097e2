package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.RawCaller;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that two programs may read differently is refused, for every caller and resource. */
interface AddressesView extends SeenProxy {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/services/x%",
                "/api/v1/services/x%zz",
                "/api/v1/services/x%2Fy",
                "/api/v1/services/x;y=z",
                "/api/v1/services/../admin/accounts",
                "/api/v1/services/%2e%2e/admin/accounts",
                "/api/v1/services/x?y=%zz",
                "/api/v1/services/%c0%af",
                "/health/ready%",
                "/health/./live",
                "/health/live;a",
                "/health/live%00",
                "/health%5Clive",
                "/%"
            })
    default void malformedAddressIsProblemDocument(String address) throws IOException {
        for (String method : new String[] {"GET", "POST"}) {
            String answer = answer(method, address);

            assertThat(answer)
                    .as("%s %s", method, address)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json")
                    .contains("\"code\":\"request-invalid\"")
                    .contains("\"effect\":\"NONE\"")
                    .containsPattern("\"traceId\":\"[0-9a-f]{32}\"")
                    .containsPattern("Hansa-Trace-Id: [0-9a-f]{32}\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health/live?a=%E4%BB%B7", "/health/liv%65", "/health/live?a=../b;c%2F"})
    default void escapedAddressIsTaken(String address) throws IOException {
        assertThat(answer("GET", address)).startsWith("HTTP/1.1 200 ");
    }

    private String answer(String method, String address) throws IOException {
        String head =
                "%s %s HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (RawCaller caller = new RawCaller(proxy()).send(head.formatted(method, address))) {
            return caller.untilClosed();
        }
    }
}
