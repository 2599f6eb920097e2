package io.hansa.it.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.LeagueTest;
import io.hansa.it.system.ProxySystem;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Twice what the servers can do: what is core goes on as if nothing were, all else waits outside. */
@LeagueTest
class OverloadIT {
    private static final int DEADLINE_MILLIS = 3000;
    private static final int WORK_MILLIS = 250;
    private static final int AT_ONCE = 25;

    /** Of one server: 80 % of 25 at once, four times a second each. */
    private static final int SUSTAINABLE = AT_ONCE * 8 / 10 * 1000 / WORK_MILLIS;

    private final ProxySystem shopA;

    OverloadIT(LeagueSystem league) {
        shopA = league.shopA();
    }

    @Test
    void coreKeepsItsThroughput() throws Exception {
        assertThat(prove(4, 6).share()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    @Tag("bench")
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void coreKeepsItsThroughputForAMinute() throws Exception {
        Tally during = prove(15, 60);

        assertThat(during.answered() / 60.0).isGreaterThanOrEqualTo(0.9 * SUSTAINABLE / 2);
    }

    private Tally prove(int aloneSeconds, int overloadSeconds) throws Exception {
        try (Proof proof = new Proof(shopA);
                MoodyServer server =
                        new MoodyServer(
                                DEADLINE_MILLIS, AT_ONCE, MoodyServer.working(WORK_MILLIS))) {
            String core = proof.capability("it.core", "CORE", DEADLINE_MILLIS);
            String normal = proof.capability("it.normal", "NORMAL", DEADLINE_MILLIS);
            String bulk = proof.capability("it.bulk", "BULK", DEADLINE_MILLIS);
            proof.server(server, core, normal, bulk);
            try (Stream important = proof.stream(core, SUSTAINABLE / 2)) {
                Pause.of(2000);
                important.next();
                Pause.of(aloneSeconds * 1000L);
                double alone = important.next().answered() / (double) aloneSeconds;
                long heapBefore = proof.heapMebibytes();
                Tally during;
                try (Stream some = proof.stream(normal, SUSTAINABLE * 3 / 4);
                        Stream most = proof.stream(bulk, SUSTAINABLE * 3 / 4)) {
                    Pause.of(overloadSeconds * 1000L);
                    during = important.next();
                    double kept = during.answered() / (double) overloadSeconds;
                    proof.say(
                            "CORE alone %.1f/s; under twice the load %.1f/s: %s",
                            alone, kept, during);
                    proof.say("NORMAL: %s", some.end());
                    proof.say("BULK: %s", most.end());
                    proof.say("Heap %d MiB before, %d after", heapBefore, proof.heapMebibytes());
                    assertThat(during.quantile(0.99)).isLessThan(DEADLINE_MILLIS);
                }
                long ended = System.nanoTime();
                await("everything is taken again")
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> shopA.call(bulk).text("x").send().status() == 200);
                proof.say(
                        "BULK is taken again after %d ms", (System.nanoTime() - ended) / 1_000_000);
                return during;
            }
        }
    }
}
