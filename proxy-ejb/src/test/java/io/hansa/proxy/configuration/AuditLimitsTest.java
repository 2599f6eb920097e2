package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.configuration.AuditLimits.OnFull;
import io.hansa.proxy.configuration.AuditLimits.Services;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditLimitsTest {
    @Test
    void defaultsRecordNoServicesAndKeepEverything() {
        assertThat(AuditLimits.from(new MapConfig(Map.of())))
                .isEqualTo(new AuditLimits(Set.of(), 4096, OnFull.DROP, 5, 0, 0));
    }

    @Test
    void settingsAreRead() {
        Map<String, String> settings =
                Map.of(
                        "hansa.audit.services", "refused, extranet",
                        "hansa.audit.queue", "100",
                        "hansa.audit.on-full", "refuse",
                        "hansa.audit.max-unauthenticated-per-second", "0",
                        "hansa.audit.keep-days", "365",
                        "hansa.audit.keep-records", "1000000");
        assertThat(AuditLimits.from(new MapConfig(settings)))
                .isEqualTo(
                        new AuditLimits(
                                Set.of(Services.REFUSED, Services.EXTRANET),
                                100,
                                OnFull.REFUSE,
                                0,
                                365,
                                1_000_000));
    }

    @Test
    void wrongWordsEndTheStart() {
        for (String key : new String[] {"hansa.audit.services", "hansa.audit.on-full"}) {
            assertThatThrownBy(() -> AuditLimits.from(new MapConfig(Map.of(key, "all"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(key)
                    .hasMessageContaining("give ");
        }
    }
}
