package io.hansa.launcher.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.proxy.FakeProxy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
    private static final String ADMIN = "/api/v1/admin";

    @TempDir private Path directory;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private PrintStream before;
    private FakeProxy proxy;

    @BeforeEach
    void begin() throws IOException {
        proxy = new FakeProxy();
        before = System.out;
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() {
        System.setOut(before);
        proxy.close();
    }

    @Test
    void aListIsATable() {
        proxy.answers(
                ADMIN + "/groups",
                200,
                """
                {"groups":[{"name":"retail","description":"Shops"}],"total":1}""");

        assertThat(run(new GetCommand(), "group")).isZero();
        assertThat(lines()).containsExactly("NAME    DESCRIPTION", "retail  Shops");
    }

    @Test
    void aListIsJsonOnDemand() {
        proxy.answers(ADMIN + "/groups", 200, "{\"groups\":[],\"total\":0}");

        assertThat(run(new GetCommand(), "groups", "-o", "json")).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("\"total\": 0");
    }

    @Test
    void aPutSendsMembersWithTheirTypes() {
        proxy.answers(ADMIN + "/capabilities/a", 201, "{\"name\":\"a\"}");

        int status =
                run(
                        new PutCommand(),
                        "capability",
                        "a",
                        "--set",
                        "timeoutMillis=5",
                        "--set",
                        "labels={team: trade}");

        assertThat(status).isZero();
        assertThat(proxy.asked().get(0))
                .startsWith("PUT")
                .endsWith("{\"timeoutMillis\":5,\"labels\":{\"team\":\"trade\"}}");
        assertThat(lines()).containsExactly("The capability a is created.");
    }

    @Test
    void aPasswordIsNoArgument() {
        assertThat(run(new PutCommand(), "account", "a", "--set", "password=secret")).isEqualTo(2);
        assertThat(proxy.asked()).isEmpty();
    }

    @Test
    void differencesAreExitStatusOne() throws IOException {
        Path document = Files.writeString(directory.resolve("d.yaml"), "groups: []");
        proxy.answers(
                ADMIN + "/apply",
                200,
                """
                {"changes":[{"kind":"group","key":"retail","before":{"name":"retail"},
                "after":{"name":"retail","description":"Shops"}}],"consequences":[]}""");

        assertThat(run(new DiffCommand(), "-f", document.toString())).isEqualTo(1);
        assertThat(lines()).containsExactly("group retail", "  + description: Shops");
    }

    @Test
    void noDifferenceIsExitStatusZero() throws IOException {
        Path document = Files.writeString(directory.resolve("d.yaml"), "groups: []");
        proxy.answers(ADMIN + "/apply", 200, "{\"changes\":[],\"consequences\":[]}");

        assertThat(run(new DiffCommand(), "-f", document.toString())).isZero();
    }

    @Test
    void aFaultyDocumentIsExitStatusOne() throws IOException {
        Path document = Files.writeString(directory.resolve("d.yaml"), "groups: 1");
        proxy.answers(ADMIN + "/apply", 400, "{}");

        assertThat(run(new LintCommand(), "-f", document.toString())).isEqualTo(1);
    }

    @Test
    void refusalsAndConflictsHaveStatusesOfTheirOwn() {
        proxy.answers(ADMIN + "/groups/a", 403, "{}");
        proxy.answers(ADMIN + "/groups/b", 409, "{}");

        assertThat(run(new DeleteCommand(), "group", "a")).isEqualTo(4);
        assertThat(run(new DeleteCommand(), "group", "b")).isEqualTo(5);
    }

    @Test
    void someOfManyFailedIsExitStatusSix() {
        proxy.answers(ADMIN + "/groups/a", 204, "");

        assertThat(run(new DeleteCommand(), "group", "a", "gone")).isEqualTo(6);
    }

    @Test
    void aProxyThatIsAwayIsExitStatusThree() {
        proxy.close();

        assertThat(run(new GetCommand(), "groups")).isEqualTo(3);
    }

    private int run(Callable<Integer> command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", proxy.address().toString()));
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, line, parsed) ->
                                ((io.hansa.launcher.workspace.LaunchException) failure).status())
                .execute(all.toArray(String[]::new));
    }

    private List<String> lines() {
        return told.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
