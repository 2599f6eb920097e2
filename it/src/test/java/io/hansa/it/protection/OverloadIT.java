package io.hansa.it.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.WithLoadedProxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Twice what the servers can do: what is core goes on as if nothing were, all else waits outside.
 * There is more CORE work alone than the servers can do, so what they do of it then is the most
 * that they can; the other half comes on top of that.
 */
@WithLoadedProxy
class OverloadIT {
    private static final int DEADLINE_MILLIS = 3000;
    private static final int WORK_MILLIS = 250;
    private static final int AT_ONCE = 25;

    /** Of one server: 80 % of 25 at once, four times a second each. */
    private static final int SUSTAINABLE = AT_ONCE * 8 / 10 * 1000 / WORK_MILLIS;

    private static final int CORE_PER_SECOND = SUSTAINABLE * 5 / 4;
    private static final int OTHERS_PER_SECOND = (2 * SUSTAINABLE - CORE_PER_SECOND) / 2;

    private final ProxySystem proxy;

    OverloadIT(ProxySystem proxy) {
        this.proxy = proxy;
    }

    /**
     * A few seconds on a busy machine move a throughput by themselves; the long form sees the
     * tenth.
     */
    @Test
    void coreKeepsItsThroughput() throws Exception {
        assertThat(prove(5, 7)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    @Tag("bench")
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void coreKeepsItsThroughputForAMinute() throws Exception {
        assertThat(prove(20, 60)).isGreaterThanOrEqualTo(0.9);
    }

    /** What of its saturated peak CORE keeps. */
    private double prove(int aloneSeconds, int overloadSeconds) throws Exception {
        try (Proof proof = new Proof(proxy);
                MoodyServer server =
                        new MoodyServer(
                                DEADLINE_MILLIS, AT_ONCE, MoodyServer.working(WORK_MILLIS))) {
            String core = proof.capability("it.core", "CORE", DEADLINE_MILLIS);
            String normal = proof.capability("it.normal", "NORMAL", DEADLINE_MILLIS);
            String bulk = proof.capability("it.bulk", "BULK", DEADLINE_MILLIS);
            proof.server(server, core, normal, bulk);
            double peak;
            double kept;
            try (Stream important = proof.stream(core, CORE_PER_SECOND)) {
                Pause.of(2000);
                important.next();
                Pause.of(aloneSeconds * 1000L);
                Tally alone = important.next();
                peak = alone.answered() / (double) aloneSeconds;
                assertThat(alone.answered())
                        .as("CORE alone is more than the servers can do")
                        .isLessThan(alone.all());
                proof.say("CORE alone, saturated, %.1f/s: %s", peak, alone);
                try (Stream some = proof.stream(normal, OTHERS_PER_SECOND);
                        Stream most = proof.stream(bulk, OTHERS_PER_SECOND);
                        HeapWatch heap = new HeapWatch(proof)) {
                    Pause.of(overloadSeconds * 1000L);
                    Tally during = important.next();
                    kept = during.answered() / (double) overloadSeconds;
                    proof.say("CORE under twice the load, %.1f/s: %s", kept, during);
                    proof.say("NORMAL: %s", some.end());
                    proof.say("BULK: %s", most.end());
                    proof.say("%s", heap);
                    assertThat(during.quantile(0.99)).isLessThan(DEADLINE_MILLIS);
                    heap.isFlat();
                }
            }
            recovers(proof, core, normal, bulk);
            return kept / peak;
        }
    }

    /** In five seconds all are answered, and from then on every one, as swiftly as ever. */
    private void recovers(Proof proof, String... capabilities) throws Exception {
        long ended = System.nanoTime();
        for (String capability : capabilities) {
            await(capability + " is taken again")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> proxy.call(capability).text("x").send().status() == 200);
        }
        long millis = (System.nanoTime() - ended) / 1_000_000;
        assertThat(millis).isLessThan(5000);
        for (String capability : capabilities) {
            try (Stream afterwards = proof.stream(capability, SUSTAINABLE / 4)) {
                Pause.of(1500);
                Tally tally = afterwards.end();
                proof.say("%s taken again after %d ms: %s", capability, millis, tally);
                assertThat(tally.share()).isEqualTo(1);
                assertThat(tally.quantile(0.5)).isLessThan(2 * WORK_MILLIS);
            }
        }
    }
}
