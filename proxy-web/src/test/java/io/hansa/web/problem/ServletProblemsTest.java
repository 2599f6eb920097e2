package io.hansa.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServletProblemsTest {
    private static final Failure FAILURE =
            Failure.of(ErrorCode.OVERLOADED, "\u00dcberlast; try again.");

    private final RecordedResponse recorded = new RecordedResponse();

    @Test
    void documentHasItsTypeLengthAndHeaders() throws IOException {
        ServletProblems.write(FAILURE, "trace", AskedRequest.with(Map.of()), recorded.response());

        assertThat(recorded.status).isEqualTo(503);
        assertThat(recorded.headers)
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Hansa-Trace-Id", "trace");
        assertThat(recorded.length).isEqualTo(recorded.body.size());
        assertThat(recorded.text()).contains("\"detail\":\"\u00dcberlast; try again.\"");
    }

    @Test
    void partlyBufferedReplyIsReset() throws IOException {
        recorded.body.write("half a result".getBytes(StandardCharsets.UTF_8));

        ServletProblems.write(FAILURE, "trace", AskedRequest.with(Map.of()), recorded.response());

        assertThat(recorded.text()).startsWith("{").doesNotContain("half");
    }

    @Test
    void committedResponseIsLeftAlone() throws IOException {
        recorded.committed = true;

        ServletProblems.write(FAILURE, "trace", AskedRequest.with(Map.of()), recorded.response());

        assertThat(recorded.text()).isEmpty();
        assertThat(recorded.headers).isEmpty();
    }
}
