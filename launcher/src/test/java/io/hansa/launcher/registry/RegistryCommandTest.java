package io.hansa.launcher.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.CommandRun;
import io.hansa.launcher.proxy.FakeProxy;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryCommandTest {
    private static final String HELD = "/api/v1/admin/registry/held";
    private static final String MADE =
            """
            {"revision":43,"changes":[{"kind":"server","key":"trade-1","before":null,
            "after":{"id":"trade-1"}}],"consequences":[]}""";

    private final FakeProxy proxy;

    RegistryCommandTest() throws IOException {
        proxy = new FakeProxy();
    }

    @AfterEach
    void end() {
        proxy.close();
    }

    @Test
    void whatIsHeldIsShownWithStatusOne() {
        proxy.answers(
                HELD,
                200,
                """
                {"held":true,"reason":"TAKEN_AWAY","text":"Revision 42 took items away: 2 of 4 servers.",
                "ageSeconds":31,"revision":42,"revisionInForce":41,
                "losses":[{"kind":"server","before":4,"gone":2,"items":["trade-1","trade-2"]}]}""");

        CommandRun run = run("held");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lines().get(0)).isEqualTo("Revision 42 took items away: 2 of 4 servers.");
        assertThat(run.lines().get(1)).startsWith("Held for 31 s; revision 41 stays in force.");
        assertThat(run.printed()).contains("server", "trade-1,trade-2");
    }

    @Test
    void nothingHeldIsStatusZero() {
        proxy.answers(HELD, 200, "{\"held\":false}");

        CommandRun run = run("held");

        assertThat(run.status()).isZero();
        assertThat(run.lines()).containsExactly("Nothing is held.");
    }

    @Test
    void aDecisionTellsItsRevision() {
        proxy.answers(HELD + "/reject", 200, MADE);

        CommandRun run = run("reject", "--reason", "wrong script");

        assertThat(run.status()).isZero();
        assertThat(run.lines()).contains("server trade-1", "In force as revision 43.");
        assertThat(proxy.addresses().get(0)).endsWith("?reason=wrong%20script");
    }

    @Test
    void aDryRunDecidesNothing() {
        proxy.answers(HELD + "/accept", 200, MADE);

        CommandRun run = run("accept", "--dry-run");

        assertThat(run.lines())
                .contains("server trade-1")
                .doesNotContain("In force as revision 43.");
        assertThat(proxy.addresses().get(0)).endsWith("?dryRun=true");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(new RegistryCommand(), proxy, arguments);
    }
}
