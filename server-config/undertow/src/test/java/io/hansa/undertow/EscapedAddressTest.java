package io.hansa.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener as configure.cli sets it up. */
class EscapedAddressTest {
    private TestListener listener;

    @BeforeEach
    void listen() {
        listener =
                new TestListener(
                        Undertow.builder()
                                .setServerOption(UndertowOptions.DECODE_URL, false)
                                .setServerOption(
                                        UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                                .setHandler(
                                        new MalformedRequestHandler(
                                                new EscapedAddressHandler(
                                                        exchange ->
                                                                exchange.getResponseSender()
                                                                        .send(
                                                                                exchange
                                                                                                .getRelativePath()
                                                                                        + exchange
                                                                                                .getQueryParameters())))));
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%",
                "/a%zz",
                "/a%2Fb",
                "/a;b",
                "/a/../b",
                "/a/%2e%2e/b",
                "/a?b=%zz",
                "/%c0%af",
                "/a|b",
                "/\u00e9"
            })
    void malformedAddressIsProblemDocument(String address) throws IOException {
        assertThat(answer(address, ""))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("\"code\":\"request-invalid\"")
                .contains("Hansa-Trace-Id: ");
    }

    @Test
    void escapedAddressIsDecoded() throws IOException {
        assertThat(answer("/li%76e?a=%41+1&b", "")).endsWith("/live{a=[A 1], b=[]}");
    }

    @Test
    void unknownExpectationFails() throws IOException {
        assertThat(answer("/a", "Expect: miracles\r\n"))
                .startsWith("HTTP/1.1 417 ")
                .contains("\"code\":\"expectation-failed\"");
    }

    private String answer(String address, String headers) throws IOException {
        return listener.answer(
                "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n"
                        .formatted(address, headers));
    }
}
