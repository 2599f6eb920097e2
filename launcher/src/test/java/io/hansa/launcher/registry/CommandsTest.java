package io.hansa.launcher.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.CommandRun;
import io.hansa.launcher.proxy.FakeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final String ADMIN = "/api/v1/admin";

    @TempDir private Path directory;
    private final FakeProxy proxy;

    CommandsTest() throws IOException {
        proxy = new FakeProxy();
    }

    @AfterEach
    void end() {
        proxy.close();
    }

    @Test
    void aListIsATable() {
        proxy.answers(
                ADMIN + "/groups",
                200,
                """
                {"groups":[{"name":"retail","description":"Shops"}],"total":1}""");

        CommandRun run = run(new GetCommand(), "group");

        assertThat(run.status()).isZero();
        assertThat(run.lines()).containsExactly("NAME    DESCRIPTION", "retail  Shops");
    }

    @Test
    void aListIsJsonOnDemand() {
        proxy.answers(ADMIN + "/groups", 200, "{\"groups\":[],\"total\":0}");

        CommandRun run = run(new GetCommand(), "groups", "-o", "json");

        assertThat(run.status()).isZero();
        assertThat(run.printed()).contains("\"total\": 0");
    }

    @Test
    void aPutSendsMembersWithTheirTypes() {
        proxy.answers(ADMIN + "/capabilities/a", 201, "{\"name\":\"a\"}");

        CommandRun run =
                run(
                        new PutCommand(),
                        "capability",
                        "a",
                        "--set",
                        "timeoutMillis=5",
                        "--set",
                        "labels={team: trade}");

        assertThat(run.status()).isZero();
        assertThat(proxy.asked().get(0))
                .startsWith("PUT")
                .endsWith("{\"timeoutMillis\":5,\"labels\":{\"team\":\"trade\"}}");
        assertThat(run.lines()).containsExactly("The capability a is created.");
    }

    @Test
    void aPasswordIsNoArgument() {
        CommandRun run = run(new PutCommand(), "account", "a", "--set", "password=secret");

        assertThat(run.status()).isEqualTo(2);
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

        CommandRun run = run(new DiffCommand(), "-f", document.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines()).containsExactly("group retail", "  + description: Shops");
    }

    @Test
    void anAppliedDocumentTellsItsRevision() throws IOException {
        Path document = Files.writeString(directory.resolve("d.yaml"), "groups: []");
        proxy.answers(
                ADMIN + "/apply",
                200,
                """
                {"revision":7,"changes":[{"kind":"group","key":"retail","before":null,
                "after":{"name":"retail"}}],"consequences":[]}""");

        assertThat(run(new ApplyCommand(), "-f", document.toString()).lines())
                .contains("Applied as revision 7.");
        assertThat(run(new ApplyCommand(), "-f", document.toString(), "--dry-run").lines())
                .doesNotContain("Applied as revision 7.");
    }

    @Test
    void noDifferenceIsExitStatusZero() throws IOException {
        Path document = Files.writeString(directory.resolve("d.yaml"), "groups: []");
        proxy.answers(ADMIN + "/apply", 200, "{\"changes\":[],\"consequences\":[]}");

        assertThat(run(new DiffCommand(), "-f", document.toString()).status()).isZero();
    }

    @Test
    void aFaultyDocumentIsExitStatusOne() throws IOException {
        Path document = Files.writeString(directory.resolve("d.yaml"), "groups: 1");
        proxy.answers(ADMIN + "/apply", 400, "{}");

        assertThat(run(new LintCommand(), "-f", document.toString()).status()).isEqualTo(1);
    }

    @Test
    void refusalsAndConflictsHaveStatusesOfTheirOwn() {
        proxy.answers(ADMIN + "/groups/a", 403, "{}");
        proxy.answers(ADMIN + "/groups/b", 409, "{}");

        assertThat(run(new DeleteCommand(), "group", "a").status()).isEqualTo(4);
        assertThat(run(new DeleteCommand(), "group", "b").status()).isEqualTo(5);
    }

    @Test
    void someOfManyFailedIsExitStatusSix() {
        proxy.answers(ADMIN + "/groups/a", 204, "");

        assertThat(run(new DeleteCommand(), "group", "a", "gone").status()).isEqualTo(6);
    }

    @Test
    void aProxyThatIsAwayIsExitStatusThree() {
        proxy.close();

        assertThat(run(new GetCommand(), "groups").status()).isEqualTo(3);
    }

    private CommandRun run(Object command, String... arguments) {
        return CommandRun.of(command, proxy, arguments);
    }
}
