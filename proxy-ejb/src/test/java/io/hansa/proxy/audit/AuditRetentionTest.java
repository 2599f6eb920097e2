package io.hansa.proxy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.registry.SharedDatabase;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What retention removes, and that the rest can still be proved. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class AuditRetentionTest {
    /** A day after record 30, to the second. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T00:30:00Z"), ZoneOffset.UTC);

    private final AuditNode node;

    AuditRetentionTest(SharedDatabase shared) {
        node = AuditNode.onEmpty(shared.get());
    }

    @BeforeEach
    void fill() {
        node.append(1, 100);
    }

    @Test
    void oldestRecordsAboveTheNumberAreRemoved() {
        node.removeOldest(0, 10, CLOCK);
        List<ChainedRecord> kept = node.records();
        assertThat(kept).hasSize(10);
        assertThat(kept.get(0).sequence()).isEqualTo(92);
        JsonObject removal = kept.get(9).json();
        assertThat(removal.getString("who")).isEqualTo("retention");
        assertThat(removal.getString("key")).isEqualTo("1-91");
        assertThat(removal.getJsonObject("before").getString("hash"))
                .isEqualTo(kept.get(0).previous());
        assertThat(node.verify().getBoolean("whole")).isTrue();
        assertThat(node.verify().getInt("first")).isEqualTo(92);
        assertThat(node.page(Map.of()).total()).isEqualTo(10);
    }

    @Test
    void recordsOlderThanTheAgeAreRemoved() {
        node.removeOldest(1, 0, CLOCK);
        assertThat(node.records().get(0).sequence()).isEqualTo(30);
        node.append(1, 1);
        assertThat(node.verify().getBoolean("whole")).isTrue();
    }

    @Test
    void nothingIsRemovedWithinTheLimits() {
        node.removeOldest(2, 100, CLOCK);
        assertThat(node.records()).hasSize(100);
        node.removeOldest(2, 99, CLOCK);
        assertThat(node.records()).hasSize(99);
    }

    @Test
    void allRecordsMayBeTooOld() {
        node.removeOldest(1, 0, Clock.offset(CLOCK, Duration.ofDays(9)));
        assertThat(node.records()).hasSize(1);
        assertThat(node.verify().getBoolean("whole")).isTrue();
    }

    @Test
    void removalByOtherMeansIsFound() {
        node.removeOldest(0, 50, CLOCK);
        node.sql("delete from audit_record where sequence_number <= 70");
        assertThat(node.fault()).isEqualTo("MISSING 52");
        node.sql(
                "update audit_chain set anchor_sequence = 70, anchor_hash ="
                        + " (select previous_hash from audit_record where sequence_number = 71)");
        assertThat(node.fault()).isEqualTo("ANCHOR_CHANGED 70");
    }

    @Test
    void anchorWithoutARemovalIsFound() {
        node.sql("delete from audit_record where sequence_number <= 70");
        node.sql(
                "update audit_chain set anchor_sequence = 70, anchor_hash ="
                        + " (select previous_hash from audit_record where sequence_number = 71)");
        assertThat(node.fault()).isEqualTo("ANCHOR_CHANGED 70");
    }
}
