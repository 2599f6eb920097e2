package io.hansa.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Narrator;
import io.hansa.it.system.RawCaller;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nodes with {@code hansa.http.requeue=false}: connections go to workers as the server decides it,
 * and pipelining is bounded.
 */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WithoutRequeueingIT {
    private static final int PIPELINED = 40;

    /** {@code PipelineLimitFilter.MAX_IN_A_ROW} of the extension for Grizzly. */
    private static final int GRIZZLY_LIMIT = 16;

    private static final String REQUEST = "GET /health/live HTTP/1.1\r\nHost: here\r\n";

    @Test
    void payaraAnswersSixteenPipelinedRequestsAndCloses() throws IOException {
        try (RunningServer server = start("micro")) {
            String[] answers = answers(server, REQUEST + "\r\n");

            assertThat(answers)
                    .hasSize(GRIZZLY_LIMIT)
                    .allSatisfy(answer -> assertThat(answer).startsWith("200"));
            assertThat(answers[GRIZZLY_LIMIT - 1]).containsIgnoringCase("connection: close");
            assertThat(answers[0]).doesNotContainIgnoringCase("connection: close");
            requireOff(server);
        }
    }

    @Test
    void wildFlyAnswersAllPipelinedRequests() throws IOException {
        try (RunningServer server = start("wildfly")) {
            assertThat(answers(server, REQUEST + "Connection: close\r\n\r\n"))
                    .hasSize(PIPELINED)
                    .allSatisfy(answer -> assertThat(answer).startsWith("200"));
            requireOff(server);
        }
    }

    private static RunningServer start(String kind) throws IOException {
        return RunningServer.start(kind, "not-requeued", Map.of("HANSA_HTTP_REQUEUE", "false"));
    }

    /** What is answered to many requests that are sent at once, until the server closes. */
    private static String[] answers(RunningServer server, String last) throws IOException {
        String row = (REQUEST + "\r\n").repeat(PIPELINED - 1) + last;
        try (RawCaller caller = new RawCaller(server.proxy()).send(row)) {
            return caller.untilClosed().substring("HTTP/1.1 ".length()).split("HTTP/1\\.1 ", -1);
        }
    }

    private static void requireOff(RunningServer server) throws IOException {
        assertThat(server.logged("Connections are not requeued: hansa.http.requeue is false."))
                .isTrue();
        assertThat(server.logged("Connections are requeued")).isFalse();
    }
}
