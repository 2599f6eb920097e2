package io.hansa.it.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Manners;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.WithLoadedProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten servers, of which three in turn die, hang and drip: callers do not notice. */
@WithLoadedProxy
class FaultsIT {
    private static final int SERVERS = 10;
    private static final int TIMEOUT_MILLIS = 500;

    private final ProxySystem proxy;

    FaultsIT(ProxySystem proxy) {
        this.proxy = proxy;
    }

    @Test
    void coreRequestsAreAnsweredWhileServersFail() throws Exception {
        prove(2000, 60);
    }

    @Test
    @Tag("bench")
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void coreRequestsAreAnsweredDuringLongFaults() throws Exception {
        prove(20_000, 200);
    }

    private void prove(long phaseMillis, int perSecond) throws Exception {
        List<MoodyServer> servers = new ArrayList<>();
        try (Proof proof = new Proof(proxy)) {
            String capability = proof.capability("it.protected", "CORE", 5000);
            for (int i = 0; i < SERVERS; i++) {
                servers.add(new MoodyServer(TIMEOUT_MILLIS, 64, MoodyServer.working(5)));
                proof.server(servers.get(i), capability);
            }
            try (Stream stream = proof.stream(capability, perSecond)) {
                Pause.of(phaseMillis);
                servers.get(0).dies();
                Pause.of(phaseMillis);
                servers.get(1).becomes(Manners.HANGS);
                Pause.of(phaseMillis);
                servers.get(0).comesBack();
                servers.get(2).becomes(Manners.SLOW_DRIP);
                Pause.of(phaseMillis);
                Tally tally = stream.end();
                proof.say("Ten servers, three failing in turn: %s", tally);
                assertThat(tally.all()).isGreaterThan(phaseMillis * 4 * perSecond / 1000 / 2);
                assertThat(tally.share()).isGreaterThanOrEqualTo(0.999);
            }
        } finally {
            for (MoodyServer server : servers) {
                server.close();
            }
        }
    }
}
