package io.hansa.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.FakedTime;
import io.hansa.it.system.Manners;
import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.PostgresSystem;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two nodes of one proxy, the second on a machine whose clock is ten minutes ahead. */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClockSkewIT {
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));
    private static final Path KEY_FILE =
            Project.path("it/target/clock-skew-%d.key".formatted(System.nanoTime()));
    private static final long AHEAD_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final int OVERRIDDEN_SECONDS = 8;

    private static PostgresSystem database;
    private static MicroSystem right;
    private static MicroSystem ahead;
    private static ProxySystem first;
    private static ProxySystem second;

    @BeforeAll
    static void start() throws IOException {
        Map<String, String> tenMinutesAhead = FakedTime.of("+10m");
        database = PostgresSystem.start();
        right = node("first", Map.of());
        ahead = node("second", tenMinutesAhead);
        first = new ProxySystem("skewed", right.base(), ADMIN);
        second = new ProxySystem("skewed", ahead.base(), ADMIN);
    }

    @AfterAll
    static void stop() throws IOException {
        for (MicroSystem node : new MicroSystem[] {right, ahead}) {
            if (node != null) {
                node.close();
            }
        }
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"IDEMPOTENT,true", "IDEMPOTENT,false", "ONCE,true", "ONCE,false"})
    void repeatAtTheOtherNodeIsExecutedOnce(String replay, boolean beginsAtTheRightClock)
            throws Exception {
        ProxySystem begins = beginsAtTheRightClock ? first : second;
        ProxySystem repeats = beginsAtTheRightClock ? second : first;
        CountDownLatch came = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Manners holding =
                (request, line) -> {
                    came.countDown();
                    held(goOn);
                    line.send(request);
                    return Manners.Ends.SPOKEN;
                };
        try (BusinessServerSystem server = BusinessServerSystem.that(holding);
                Offer offer = begins.offerToNobody("clock.once", server)) {
            begins.administration()
                    .patch("/capabilities/clock.once", member("replay", replay))
                    .ok();
            offer.permit("account:admin");
            await("the other node has it, too").until(() -> permits(repeats, "clock.once"));
            Credentials token = Credentials.bearer(begins.token(ADMIN));
            String key = replay + beginsAtTheRightClock;

            CompletableFuture<Reply> original = keyed(begins, token, key);
            assertThat(came.await(10, TimeUnit.SECONDS)).as("it is under way").isTrue();
            CompletableFuture<Reply> repeat = keyed(repeats, token, key);
            await("the repeat waits, and is not executed")
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(4))
                    .until(() -> !repeat.isDone() && server.requests() == 1);
            goOn.countDown();

            assertThat(original.get(20, TimeUnit.SECONDS).ok().text()).isEqualTo("business data");
            assertThat(repeat.get(20, TimeUnit.SECONDS).ok().text()).isEqualTo("business data");
            for (ProxySystem asked : List.of(repeats, begins)) {
                assertThat(keyed(asked, token, key).join().ok().text())
                        .as("the kept reply at %s", asked)
                        .isEqualTo("business data");
            }
            assertThat(server.requests()).as("executed").isOne();
        }
    }

    @Test
    void tokensAreTakenByBothNodesAlsoAfterRevocation() throws Exception {
        for (ProxySystem issuer : List.of(first, second)) {
            ProxySystem other = issuer == first ? second : first;
            Credentials old = Credentials.bearer(issuer.token(ADMIN));
            other.administration(old).get("/me").ok();
            issuer.administration(old).get("/me").ok();

            issuer.administration()
                    .post("/accounts/admin/revoke-tokens", JsonValue.EMPTY_JSON_OBJECT)
                    .status(204);

            for (ProxySystem asked : List.of(issuer, other)) {
                await("the old token ends at " + asked)
                        .atMost(Duration.ofSeconds(2))
                        .until(() -> asked.administration(old).get("/me").status() == 401);
                await("a new token works at " + asked)
                        .atMost(Duration.ofSeconds(3))
                        .until(() -> works(issuer, asked));
            }
        }
    }

    @Test
    void overrideEndsAtTheSameMomentOnBothNodes() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = first.offerToNobody("clock.override", server)) {
            offer.permit("account:admin");
            await("the other node has it, too").until(() -> permits(second, "clock.override"));
            Instant end = Instant.now().plusSeconds(OVERRIDDEN_SECONDS);
            JsonObject set =
                    Json.createObjectBuilder()
                            .add("state", "QUARANTINED")
                            .add("reason", "a test")
                            .add("until", end.toString())
                            .build();
            second.administration().put("/servers/" + server.id() + "/override", set).status(201);

            for (ProxySystem asked : List.of(first, second)) {
                await("it holds at " + asked)
                        .atMost(Duration.ofSeconds(2))
                        .until(() -> status(asked) == 503);
            }
            for (ProxySystem asked : List.of(first, second)) {
                Reply refused = asked.call("clock.override").as(ADMIN).text("x").send();
                if (refused.status() == 503) {
                    assertThat(Integer.parseInt(refused.header("Retry-After")))
                            .isBetween(1, OVERRIDDEN_SECONDS);
                }
                await("it ends at " + asked)
                        .atMost(Duration.ofSeconds(OVERRIDDEN_SECONDS + 5))
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> status(asked) == 200);
                assertThat(Instant.now()).isBetween(end, end.plusSeconds(2));
            }
        }
    }

    @Test
    void skewIsShownAndWarnedAbout() throws Exception {
        AnswersForAllNodes nodes = new AnswersForAllNodes(first, ADMIN);
        nodes.requireOfBoth(second);

        for (ProxySystem asked : List.of(first, second)) {
            AnswersForAllNodes answers = new AnswersForAllNodes(asked, ADMIN);
            assertThat(offset(answers, "first")).isZero();
            assertThat(offset(answers, "second"))
                    .isBetween(-AHEAD_MILLIS - 2000, -AHEAD_MILLIS + 2000);
            JsonObject finding =
                    answers.overview().getJsonArray("findings").stream()
                            .map(JsonValue::asJsonObject)
                            .filter(found -> found.getString("code").equals("clock-skewed"))
                            .findFirst()
                            .orElseThrow();
            assertThat(finding.getJsonArray("nodes")).hasToString("[\"second\"]");
            assertThat(finding.getString("severity")).isEqualTo("WARNING");
            Instant at = Instant.parse(answers.overview().getString("at"));
            assertThat(at).isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
        }
        assertThat(second.get("/metrics").ok().text()).contains("hansa_clock_offset_seconds -");
        Progress.say("Clocks: %s", nodes.list());
    }

    private static long offset(AnswersForAllNodes answers, String node) throws IOException {
        return answers.list().stream()
                .filter(one -> one.getString("node").equals(node))
                .findFirst()
                .orElseThrow()
                .getJsonNumber("clockOffsetMillis")
                .longValue();
    }

    private static CompletableFuture<Reply> keyed(ProxySystem at, Credentials as, String key) {
        return at.call("clock.once")
                .as(as)
                .withinMillis(9000)
                .header("Idempotency-Key", key)
                .text("business data")
                .sendAsync();
    }

    private static int status(ProxySystem asked) throws IOException {
        return asked.call("clock.override").as(ADMIN).text("x").send().status();
    }

    private static boolean works(ProxySystem issuer, ProxySystem asked) throws IOException {
        Credentials token = Credentials.bearer(issuer.token(ADMIN));
        return asked.administration(token).get("/me").status() == 200;
    }

    private static boolean permits(ProxySystem asked, String capability) throws IOException {
        return asked.administration()
                .get("/permissions/explain?subject=account:admin&capability=" + capability)
                .ok()
                .json()
                .getBoolean("allowed");
    }

    private static JsonObject member(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static void held(CountDownLatch goOn) {
        try {
            if (!goOn.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test did not go on.");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static MicroSystem node(String name, Map<String, String> environment)
            throws IOException {
        MicroOrder order =
                database.node(
                        List.of(
                                "-Dhansa.proxy.id=skewed",
                                "-Dhansa.node.id=" + name,
                                "-Dhansa.secret.key-file=" + KEY_FILE));
        return MicroSystem.start(order.with(environment));
    }
}
