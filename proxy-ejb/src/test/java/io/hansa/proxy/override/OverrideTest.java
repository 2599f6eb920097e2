package io.hansa.proxy.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverrideTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
    private static final Instant END = NOW.plusSeconds(60);

    @Test
    void stateExcludesUntilTheEnd() {
        OperatingOverride set =
                parse("server:a", "{\"state\":\"QUARANTINED\",\"until\":\"%s\",\"reason\":\"r\"}");

        assertThat(set.excludes(END.toEpochMilli() - 1)).isTrue();
        assertThat(set.excludes(END.toEpochMilli())).isFalse();
        assertThat(set.ended(END.toEpochMilli())).isTrue();
    }

    @Test
    void weightIsAShareUntilTheEnd() {
        OperatingOverride set =
                parse("server:a", "{\"weight\":0.2,\"until\":\"%s\",\"reason\":\"r\"}");

        assertThat(set.excludes(NOW.toEpochMilli())).isFalse();
        assertThat(set.share(NOW.toEpochMilli())).isEqualTo(0.2);
        assertThat(set.share(END.toEpochMilli())).isEqualTo(1);
    }

    @Test
    void weightOfZeroExcludesAndKeepsAShare() {
        OperatingOverride set = parse("server:a", "{\"weight\":0,\"reason\":\"r\"}");

        assertThat(set.excludes(NOW.toEpochMilli())).isTrue();
        assertThat(set.share(NOW.toEpochMilli())).isPositive();
    }

    @Test
    void theFormReadsBackTheSame() {
        OperatingOverride set =
                parse(
                        "server:a",
                        "{\"state\":\"DRAINING\",\"weight\":0.5,\"until\":\"%s\",\"reason\":\"r\"}");

        assertThat(OverrideJson.parse("server:a", OverrideJson.print(set), NOW)).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server:a|{'state':'DRAINING'}|reason",
                "server:a|{'reason':'r'}|a state, a weight, or both",
                "server:a|{'weight':1.1,'reason':'r'}|weight",
                "server:a|{'weight':-0.1,'reason':'r'}|weight",
                "server:a|{'state':'DOWN','reason':'r'}|state",
                "server:a|{'state':'DRAINING','reason':' '}|reason",
                "server:a|{'state':'DRAINING','reason':'r','until':'2026-01-31T08:00:00Z'}|future",
                "server:a|{'state':'DRAINING','reason':'r','until':'2028-01-31T08:00:00Z'}|within",
                "node:a|{'state':'QUARANTINED','reason':'r'}|DRAINING",
                "node:a|{'state':'DRAINING','weight':0.5,'reason':'r'}|no weight",
            })
    void whatMakesNoSenseIsRefused(String target, String json, String told) {
        JsonObject document = (JsonObject) JsonText.read(json.replace('\'', '"'));

        assertThatThrownBy(() -> OverrideJson.parse(target, document, NOW))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(told);
    }

    private static OperatingOverride parse(String target, String json) {
        return OverrideJson.parse(target, (JsonObject) JsonText.read(json.formatted(END)), NOW);
    }
}
