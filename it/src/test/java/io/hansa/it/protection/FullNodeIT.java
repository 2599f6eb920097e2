package io.hansa.it.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.WithLoadedProxy;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Servers with room for all, and a node that has not: what is core gets its place. */
@WithLoadedProxy
class FullNodeIT {
    private static final int DEADLINE_MILLIS = 5000;
    private static final int WORK_MILLIS = 2000;

    /** Of the demo's 256 × 0.9 places a quarter. */
    private static final int CORE_PER_SECOND = 28;

    private final ProxySystem proxy;

    FullNodeIT(ProxySystem proxy) {
        this.proxy = proxy;
    }

    @Test
    void coreRequestGetsPlaceOnAFullNode() throws Exception {
        try (Proof proof = new Proof(proxy);
                MoodyServer one = server();
                MoodyServer other = server()) {
            String core = proof.capability("it.core.place", "CORE", DEADLINE_MILLIS);
            String bulk = proof.capability("it.bulk.place", "BULK", DEADLINE_MILLIS);
            proof.server(one, core);
            proof.server(other, bulk);
            try (Stream most = proof.stream(bulk, 4 * CORE_PER_SECOND)) {
                Pause.of(2 * WORK_MILLIS);
                try (Stream important = proof.stream(core, CORE_PER_SECOND)) {
                    Pause.of(3L * WORK_MILLIS);
                    Tally accepted = important.end();
                    Tally rest = most.end();
                    proof.say("A full node, CORE: %s", accepted);
                    proof.say("A full node, BULK: %s", rest);
                    assertThat(accepted.share()).isGreaterThanOrEqualTo(0.99);
                    assertThat(rest.count("shed")).isPositive();
                }
            }
        }
    }

    private static MoodyServer server() throws IOException {
        return new MoodyServer(DEADLINE_MILLIS, 1000, MoodyServer.working(WORK_MILLIS));
    }
}
