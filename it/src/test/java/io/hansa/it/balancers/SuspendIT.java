package io.hansa.it.balancers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** WildFly's own operations: {@code :suspend} drains, {@code :resume} puts into use again. */
@ExtendWith(Narrator.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class SuspendIT {
    private static final Map<String, String> DELAY = Map.of("HANSA_DRAIN_DELAY", "2");

    @Test
    void suspendedNodeDrainsAndServesAgainWhenResumed() throws Exception {
        try (BusinessServerSystem business = BusinessServerSystem.that(Manners.ECHO);
                RunningServer running = RunningServer.start("wildfly", "pauses", DELAY)) {
            ProxySystem proxy = running.proxy();
            Offer offer = proxy.offerToNobody("pause.work", business);
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy.token(RunningServer.ADMIN));
            String management = management(running);
            try (Knocking callers = Knocking.calls(proxy.base(), "pause.work", token);
                    Knocking readiness = Knocking.reads(proxy.base(), "/health/ready")) {
                await().until(() -> callers.count("200") > 5);

                cli(management, ":suspend(suspend-timeout=30)");

                assertThat(readiness.count("503")).isPositive();
                await().until(() -> callers.count("503 draining") > 5);
                assertSeen(callers, readiness);

                cli(management, ":resume");

                int before = callers.count("200");
                await().until(() -> callers.count("200") > before + 5);
                assertSeen(callers, readiness);
            }
        }
    }

    @Test
    void redeployedNodeIsSuspendedAndResumedWithoutAStackTrace() throws Exception {
        try (BusinessServerSystem business = BusinessServerSystem.that(Manners.ECHO);
                RunningServer running = RunningServer.start("wildfly", "again", Map.of())) {
            ProxySystem proxy = running.proxy();
            Offer offer = proxy.offerToNobody("again.work", business);
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy.token(RunningServer.ADMIN));
            String management = management(running);

            cli(management, "/deployment=hansa.ear:redeploy");
            try (Knocking callers = Knocking.calls(proxy.base(), "again.work", token)) {
                await().until(() -> callers.count("200") > 5);

                cli(management, ":suspend(suspend-timeout=30)");
                // Background tasks of every interval have their turn while it is suspended.
                await().until(() -> callers.count("503 draining") > 100);
                resume(management, callers);

                cli(management, ":suspend(suspend-timeout=30)");
                cli(management, "/deployment=hansa.ear:redeploy");
                resume(management, callers);
                Progress.say("callers %s", callers.seen());
                assertThat(callers.seen().keySet())
                        .isSubsetOf("200", "503 starting", "503 draining");
            }
            assertThat(running.logged("WFLYEE0110")).isFalse();
            assertThat(running.logged("\"level\":\"ERROR\"")).isFalse();
        }
    }

    private static void resume(String management, Knocking callers)
            throws IOException, InterruptedException {
        cli(management, ":resume");
        int before = callers.count("200");
        await().until(() -> callers.count("200") > before + 5);
    }

    private static void assertSeen(Knocking callers, Knocking readiness) {
        Progress.say("callers %s, readiness %s", callers.seen(), readiness.seen());
        assertThat(callers.seen().keySet()).isSubsetOf("200", "503 draining");
        assertThat(readiness.seen().keySet()).isSubsetOf("200", "503", "503 draining");
    }

    /** The launcher gives it any free port. */
    private static String management(RunningServer running) throws IOException {
        Set<Integer> ports = new TreeSet<>(running.listeningPorts());
        ports.remove(running.proxy().base().getPort());
        assertThat(ports).hasSize(1);
        return "127.0.0.1:" + ports.iterator().next();
    }

    private static void cli(String management, String operation)
            throws IOException, InterruptedException {
        ProcessBuilder command =
                new ProcessBuilder(
                        Project.built("server-config/wildfly/target/wildfly/bin/jboss-cli.sh")
                                .toString(),
                        "--connect",
                        "--controller=" + management,
                        "--timeout=120000",
                        "--command=" + operation);
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Progress.say("%s: %s", operation, said.replaceAll("\\s+", " "));
        assertThat(process.waitFor()).as("%s: %s", operation, said).isZero();
        assertThat(said).contains("\"success\"");
    }
}
