package io.hansa.it.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Manners;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.WithLoadedProxy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A capability whose only server is dead takes nothing from the others. */
@WithLoadedProxy
class IsolationIT {
    private static final int PER_SECOND = 40;

    private final ProxySystem proxy;

    IsolationIT(ProxySystem proxy) {
        this.proxy = proxy;
    }

    /**
     * A busy machine moves a p99 by itself; the short form sees only whether requests wait for the
     * dead.
     */
    @Test
    void deadServersCallersDelayNoOthers() throws Exception {
        double[] p99 = measure(2, 4);

        assertThat(p99[1]).isLessThan(Math.max(3 * p99[0], p99[0] + 200));
    }

    @Test
    @Tag("bench")
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void theP99OfOthersStaysWhereItWas() throws Exception {
        double[] p99 = measure(15, 40);

        assertThat(p99[1]).isBetween(0.8 * p99[0], 1.2 * p99[0]);
    }

    private double[] measure(int warmSeconds, int seconds) throws Exception {
        try (Proof proof = new Proof(proxy);
                MoodyServer well = new MoodyServer(2000, 64, MoodyServer.working(20));
                MoodyServer dead = new MoodyServer(2000, 64, Manners.HANGS)) {
            String healthy = proof.capability("it.healthy", "CORE", 2000);
            String broken = proof.capability("it.broken", "CORE", 2000);
            proof.server(well, healthy);
            proof.server(dead, broken);
            try (Stream watched = proof.stream(healthy, PER_SECOND)) {
                Pause.of(warmSeconds * 1000L);
                watched.next();
                Pause.of(seconds * 1000L);
                Tally before = watched.next();
                try (Stream lost = proof.stream(broken, PER_SECOND)) {
                    Pause.of(seconds * 1000L);
                    Tally during = watched.next();
                    proof.say("Others before: %s", before);
                    proof.say("Others while one capability's server hangs: %s", during);
                    proof.say("The capability itself: %s", lost.end());
                    assertThat(during.share()).isEqualTo(1);
                    return new double[] {before.quantile(0.99), during.quantile(0.99)};
                }
            }
        }
    }
}
