package io.hansa.launcher.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.proxy.FakeProxy;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
    private final FakeProxy proxy;
    private final Connection connection;

    ConnectionTest() throws IOException {
        proxy = new FakeProxy();
        connection = new Connection(URI.create(proxy.address() + "/"), "Bearer a.b.c");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void namesAndValuesAreEscaped() throws Exception {
        connection
                .get("/servers")
                .segment("a/b c")
                .query("q", "x&y")
                .query("none", null)
                .query("limit", 5)
                .send();

        assertThat(proxy.addresses()).containsExactly("/servers/a%2Fb%20c?q=x%26y&limit=5");
        assertThat(proxy.asked().get(0)).contains(" Bearer a.b.c ");
    }

    @Test
    void problemIsToldInItsOwnWords() {
        proxy.answers(
                "/a",
                409,
                """
                {"detail":"pricing-1 is in use","code":"in-use","effect":"NONE","traceId":"4bf9"}""",
                Map.of("Content-Type", "application/problem+json"));

        assertThatThrownBy(() -> connection.delete("/a").send().required())
                .hasMessage("pricing-1 is in use (in-use, effect NONE, trace 4bf9)")
                .extracting("status")
                .isEqualTo(ExitStatus.CONFLICT);
    }

    @Test
    void answerOfNoProxyIsNamed() {
        proxy.answers("/a", 502, "<html>");
        proxy.answers("/b", 200, "<html>");

        assertThatThrownBy(() -> connection.get("/a").send().required())
                .hasMessageContaining("status 502")
                .hasMessageContaining("address of a proxy");
        assertThatThrownBy(() -> connection.get("/b").send().json())
                .hasMessageContaining("It begins: <html>");
    }

    @Test
    void unreachableProxyHasItsExitStatus() throws Exception {
        proxy.close();

        assertThat(connection.get("/a").sendIfReachable()).isEmpty();
        assertThatThrownBy(() -> connection.get("/a").send())
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("did not answer")
                .extracting("status")
                .isEqualTo(ExitStatus.UNREACHABLE);
    }

    @Test
    void otherSchemesAreUsageFaults() {
        Connection other = new Connection(URI.create("ftp://127.0.0.1"), null);

        assertThatThrownBy(() -> other.get("/a").send())
                .hasMessageContaining("is not an http or https address")
                .extracting("status")
                .isEqualTo(ExitStatus.USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "200,0", "204,0", "304,1", "400,2", "401,4", "403,4", "404,1", "409,5", "412,5", "413,2",
        "415,2", "422,2", "429,1", "503,1"
    })
    void httpStatusHasItsExitStatus(int answered, int exit) {
        assertThat(ExitStatus.of(answered)).isEqualTo(exit);
    }
}
