package io.hansa.proxy.monitoring;

import io.hansa.proxy.configuration.ExtranetStores;
import io.hansa.proxy.federation.Peers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** What keeps this proxy apart from its peers. */
record LeagueMetrics(Peers peers, ExtranetStores stores, Clock clock) {
    void bindTo(MeterRegistry registry) {
        Gauge.builder("hansa.peers.silent", peers, its -> its.silent().size())
                .description("Enabled peers that do not answer this node")
                .strongReference(true)
                .register(registry);
        Gauge.builder("hansa.extranet.certificate.seconds", this, LeagueMetrics::certificateSeconds)
                .description("How long the own certificate is valid; less than 0 when it has ended")
                .strongReference(true)
                .register(registry);
        Gauge.builder("hansa.extranet.unusable", stores, its -> its.fault() == null ? 0 : 1)
                .description("1 where a store of the extranet cannot be opened")
                .strongReference(true)
                .register(registry);
    }

    /** NaN where there is no certificate. */
    private double certificateSeconds() {
        return stores.tls()
                .map(tls -> tls.certificate())
                .map(its -> (its.getNotAfter().getTime() - clock.millis()) / 1000.0)
                .orElse(Double.NaN);
    }
}
