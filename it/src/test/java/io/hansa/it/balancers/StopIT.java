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
import io.hansa.it.system.Reply;
import io.hansa.it.system.RunningServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGTERM on each server: told, served on, finished, gone. */
@ExtendWith(Narrator.class)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class StopIT {
    private static final int IN_FLIGHT = 15;
    private static final Map<String, String> DELAY =
            Map.of("HANSA_DRAIN_DELAY", "3", "HANSA_DRAIN_TIMEOUT", "30");

    /** What a caller may get from a node that stops. */
    private static final Set<String> ALLOWED =
            Set.of("200", "503 draining", Knocking.REFUSED, Knocking.CUT);

    private static final Set<String> ALLOWED_FOR_READINESS =
            Set.of("200", "503", "503 draining", Knocking.REFUSED, Knocking.CUT);

    /** Connections that the system had made and the server had not accepted when it closed. */
    private static final int MAX_CUT = 2;

    @ParameterizedTest
    @ValueSource(strings = {"micro", "wildfly", "payara"})
    void stoppingNodeFinishesItsRequestsAndShowsNoPage(String server) throws Exception {
        HoldingServer holding = new HoldingServer(IN_FLIGHT);
        try (BusinessServerSystem business = BusinessServerSystem.that(holding.manners());
                RunningServer running = RunningServer.start(server, "leaves", DELAY)) {
            ProxySystem proxy = running.proxy();
            Offer offer = proxy.offerToNobody("stop.work", business);
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy.token(RunningServer.ADMIN));
            proxy.call("stop.work").as(token).text("first").send().ok();
            List<CompletableFuture<Reply>> inFlight = new ArrayList<>();
            for (int i = 0; i < IN_FLIGHT; i++) {
                inFlight.add(
                        proxy.call("stop.work").as(token).text(HoldingServer.HELD).sendAsync());
            }
            holding.awaitHeld();
            try (Knocking callers = Knocking.calls(proxy.base(), "stop.work", token);
                    Knocking readiness = Knocking.reads(proxy.base(), "/health/ready")) {
                await().until(() -> callers.count("200") > 5 && readiness.count("200") > 5);
                CompletableFuture<Void> stop = CompletableFuture.runAsync(running::close);

                await("it says that it is not ready").until(() -> readiness.count("503") > 0);
                assertThat(proxy.get("/api/v1/capabilities").ok().json().getBoolean("accepting"))
                        .isFalse();
                proxy.call("stop.work").as(token).text("late").send().ok();
                await("the delay is over").until(() -> callers.count("503 draining") > 5);
                assertThat(inFlight).noneMatch(CompletableFuture::isDone);
                holding.goOn();
                for (CompletableFuture<Reply> each : inFlight) {
                    assertThat(each.get(20, TimeUnit.SECONDS).ok().text())
                            .isEqualTo(HoldingServer.HELD);
                }
                stop.get(60, TimeUnit.SECONDS);

                await().until(() -> callers.count(Knocking.REFUSED) > 5);
                Progress.say(
                        "%s: callers %s, readiness %s", server, callers.seen(), readiness.seen());
                assertThat(callers.seen().keySet()).isSubsetOf(ALLOWED);
                assertThat(readiness.seen().keySet()).isSubsetOf(ALLOWED_FOR_READINESS);
                assertThat(callers.count(Knocking.CUT) + readiness.count(Knocking.CUT))
                        .isLessThanOrEqualTo(MAX_CUT);
            }
        }
    }

    @Test
    void stoppedDomainDrainsAsAtSigterm() throws Exception {
        try (BusinessServerSystem business = BusinessServerSystem.that(Manners.ECHO);
                RunningServer running = RunningServer.start("payara", "asked", DELAY)) {
            ProxySystem proxy = running.proxy();
            Offer offer = proxy.offerToNobody("stop.asked", business);
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy.token(RunningServer.ADMIN));
            try (Knocking callers = Knocking.calls(proxy.base(), "stop.asked", token);
                    Knocking readiness = Knocking.reads(proxy.base(), "/health/ready")) {
                await().until(() -> callers.count("200") > 5 && readiness.count("200") > 5);

                Path domain = running.instanceRoot();
                Process asadmin =
                        new ProcessBuilder(
                                        Project.built(
                                                        "server-config/payara/target/payara6/bin/asadmin")
                                                .toString(),
                                        "stop-domain",
                                        "--domaindir",
                                        domain.getParent().toString(),
                                        domain.getFileName().toString())
                                .redirectErrorStream(true)
                                .start();
                asadmin.getOutputStream().close();
                String said =
                        new String(asadmin.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(asadmin.waitFor()).as(said).isZero();

                await().until(() -> callers.count(Knocking.REFUSED) > 5);
                Progress.say(
                        "stop-domain: callers %s, readiness %s", callers.seen(), readiness.seen());
                assertThat(readiness.count("503")).isPositive();
                assertThat(callers.seen().keySet()).isSubsetOf(ALLOWED);
                assertThat(readiness.seen().keySet()).isSubsetOf(ALLOWED_FOR_READINESS);
            }
        }
    }
}
