package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.RawCaller;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who send what two HTTP programs may read differently. */
interface MalformedHttpView extends SeenProxy {
    String NEXT = "GET /health/live HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.hansa.it.single.MalformedRequests#all")
    default void malformedRequestIsRefusedAndConnectionClosed(String name, String request)
            throws IOException {
        String answer = answer(request + NEXT);

        assertThat(answer).as(name).startsWith("HTTP/1.1 400 ");
        assertThat(answer.split("(?m)^HTTP/1\\.1 ", -1))
                .as("answers, and nothing before")
                .hasSize(2);
        assertThat(answer).doesNotContain("\"UP\"");
    }

    @Test
    default void refusalOfMalformedRequestIsProblemDocument() throws IOException {
        String answer = answer("GET /health/live HTTP/0.9\r\nHost: here\r\n\r\n" + NEXT);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close")
                .contains("application/problem+json")
                .contains("\"code\":\"request-invalid\"")
                .contains("\"effect\":\"NONE\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /nothing HTTP/1.1", "GET /consoles/ HTTP/1.1"})
    default void addressThatNobodyServesIsNotFound(String request) throws IOException {
        String answer = answer(request + "\r\nHost: here\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("\"code\":\"not-found\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.hansa.it.single.MalformedRequests#fine")
    default void unusualButValidRequestIsAnswered(String name, String request) throws IOException {
        String answer = answer(request + NEXT);

        assertThat(answer.split("HTTP/1\\.1 200 ", -1)).as(name).hasSize(3);
    }

    private String answer(String sent) throws IOException {
        try (RawCaller caller = new RawCaller(proxy()).send(sent)) {
            return caller.untilClosed();
        }
    }
}
