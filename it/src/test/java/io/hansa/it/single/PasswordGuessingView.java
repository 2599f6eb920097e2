package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.single.CallerElsewhere.Answer;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.SlowCaller;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Wrong passwords: what they cost the others, and how guessing is slowed. Each test guesses from
 * addresses of its own.
 */
interface PasswordGuessingView extends SeenProxy {
    int GUESSING = 32;
    int SHARING = 48;
    long GUESSING_MILLIS = 5000;
    Duration STILL_FAST = Duration.ofSeconds(3);

    @Test
    default void othersAreAnsweredWhileManyGuess() throws Exception {
        ExecutorService guessers = Executors.newFixedThreadPool(GUESSING);
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.guessed", server)) {
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy().token(admin()));
            long end = System.nanoTime() + Duration.ofMillis(GUESSING_MILLIS).toNanos();
            List<Future<Set<Answer>>> guesses = new ArrayList<>();
            for (int i = 0; i < GUESSING; i++) {
                guesses.add(guessers.submit(guessing("127.0.2." + (i + 1), end)));
            }
            Duration slowest = Duration.ZERO;
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                proxy().get("/health/live").ok();
                long between = System.nanoTime();
                proxy().call("single.guessed").as(token).text("data").send().ok();
                long longer = Math.max(between - began, System.nanoTime() - between);
                slowest = Duration.ofNanos(Math.max(slowest.toNanos(), longer));
            }
            Set<Answer> answers = ConcurrentHashMap.newKeySet();
            for (Future<Set<Answer>> guess : guesses) {
                answers.addAll(guess.get());
            }

            assertThat(slowest).as("others, while many guess").isLessThan(STILL_FAST);
            assertThat(answers).extracting(Answer::status).contains(401, 503);
            assertThat(answers)
                    .allMatch(answer -> Set.of(401, 429, 503).contains(answer.status()))
                    .allMatch(answer -> answer.text().contains("\"effect\":\"NONE\""))
                    .allMatch(answer -> answer.status() == 401 || answer.has("Retry-After"));
            assertThat(server.requests()).isPositive();
        } finally {
            guessers.shutdownNow();
        }
    }

    private Callable<Set<Answer>> guessing(String address, long end) {
        CallerElsewhere caller = new CallerElsewhere(proxy(), address);
        return () -> {
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; System.nanoTime() < end; i++) {
                Credentials guess = Credentials.basic("nobody-" + address + i / 10, "wrong-" + i);
                answers.add(
                        i % 2 == 0
                                ? caller.call("single.guessed", guess)
                                : caller.askForToken(guess));
            }
            return new HashSet<>(answers);
        };
    }

    @Test
    default void guessingSlowsTheGuesserNotTheOwner() throws Exception {
        account("guessed", "the owner's own", true);
        CallerElsewhere guesser = new CallerElsewhere(proxy(), "127.0.3.1");
        CallerElsewhere owner = new CallerElsewhere(proxy(), "127.0.3.2");

        Answer slowed = guessUntilSlowed(guesser, "guessed");

        assertThat(slowed.text()).contains("guessing-slowed", "\"effect\":\"NONE\"", "wait");
        assertThat(slowed.has("Retry-After")).isTrue();
        assertThat(guesser.askForToken(Credentials.basic("guessed", "the owner's own")).status())
                .isEqualTo(429);
        assertThat(owner.askForToken(Credentials.basic("guessed", "the owner's own")).status())
                .isEqualTo(200);
    }

    @Test
    default void unknownAccountIsSlowedLikeAKnownOne() throws Exception {
        Answer slowed =
                guessUntilSlowed(new CallerElsewhere(proxy(), "127.0.3.3"), "nobody-at-all");

        assertThat(slowed.text()).contains("guessing-slowed");
    }

    /**
     * A forwarding header is ignored unless {@code hansa.http.trusted-proxies} names its sender.
     */
    @Test
    default void untrustedForwarderIsSlowedAsItself() throws Exception {
        CallerElsewhere guesser = new CallerElsewhere(proxy(), "127.0.3.4");
        int status = 401;
        for (int i = 0; i < 20 && status == 401; i++) {
            status =
                    guesser.askForToken(
                                    Credentials.basic("forwarded", "wrong" + i),
                                    "X-Forwarded-For: 192.0.2." + i,
                                    "Forwarded: for=192.0.2." + i)
                            .status();
        }
        assertThat(status).isEqualTo(429);
    }

    private Answer guessUntilSlowed(CallerElsewhere guesser, String account) throws IOException {
        for (int i = 0; i < 20; i++) {
            Answer answer = guesser.askForToken(Credentials.basic(account, "wrong" + i));
            if (answer.status() != 401) {
                assertThat(i).as("wrong passwords before").isGreaterThanOrEqualTo(5);
                assertThat(answer.status()).isEqualTo(429);
                return answer;
            }
            assertThat(answer.text()).contains("authentication-failed");
        }
        throw new AssertionError("Nobody was slowed.");
    }

    @Test
    default void callersOfOneAccountShareOneCheck() throws Exception {
        account("shared", "of many callers", true);
        Credentials shared = Credentials.basic("shared", "of many callers");
        double before = metric("hansa_password_hashes_total");
        ExecutorService callers = Executors.newFixedThreadPool(SHARING);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < SHARING; i++) {
                answers.add(callers.submit(() -> proxy().requestToken(shared).status()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(metric("hansa_password_hashes_total") - before).isEqualTo(1);
    }

    @Test
    default void dataDuringPasswordCheckIsNotLost() throws Exception {
        account("slow-data", "of a slow caller", true);
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.checked", server)) {
            offer.permit("account:slow-data");
            Credentials shown = Credentials.basic("slow-data", "of a slow caller");
            try (SlowCaller caller = new SlowCaller(proxy(), "single.checked", shown, 4, 10_000)) {
                caller.send("da".getBytes(StandardCharsets.US_ASCII));
                caller.send("ta".getBytes(StandardCharsets.US_ASCII));
                assertThat(caller.status()).isEqualTo(200);
                assertThat(caller.rest()).endsWith("data");
            }
            account("large-data", "of a large caller", true);
            offer.permit("account:large-data");
            byte[] large = new byte[300_000];
            assertThat(
                            proxy().call("single.checked")
                                    .as(Credentials.basic("large-data", "of a large caller"))
                                    .bytes(large)
                                    .send()
                                    .ok()
                                    .bytes())
                    .isEqualTo(large);
        }
    }

    @Test
    default void aRefusedAdministratorsDataIsNotWaitedFor() throws Exception {
        try (SlowCaller caller =
                SlowCaller.of(
                        proxy(),
                        "PUT /api/v1/admin/accounts/someone",
                        "Authorization: " + Credentials.basic("not-admin", "wrong").header(),
                        "Content-Type: application/json",
                        "Content-Length: 100")) {
            assertThat(caller.status()).isEqualTo(401);
        }
    }

    default void account(String name, String password, boolean enabled) throws IOException {
        assertThat(
                        proxy().administration()
                                .put(
                                        "/accounts/" + name,
                                        Json.createObjectBuilder()
                                                .add("password", password)
                                                .add("enabled", enabled)
                                                .build())
                                .status())
                .isIn(200, 201);
    }
}
