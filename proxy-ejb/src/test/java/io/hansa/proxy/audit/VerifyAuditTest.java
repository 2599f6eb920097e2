package io.hansa.proxy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.registry.SharedDatabase;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check of the chain finds, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class VerifyAuditTest {
    private final AuditNode node;

    VerifyAuditTest(SharedDatabase shared) {
        node = AuditNode.onEmpty(shared.get());
    }

    @Test
    void unchangedChainIsWhole() {
        assertThat(node.verify().getBoolean("whole")).isTrue();
        node.append(1, 450);
        JsonObject found = node.verify();
        assertThat(found.getBoolean("whole")).isTrue();
        assertThat(found.getInt("checked")).isEqualTo(450);
        assertThat(found.getInt("last")).isEqualTo(450);
        assertThat(found.getString("hash")).isEqualTo(node.records().get(449).hash());
        assertThat(found.isNull("break")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account = 'eve'",
                "item = 'other'",
                "kind = 'peer'",
                "action = 'REMOVED'",
                "after_json = '{}'",
                "before_json = '{}'",
                "node = 'n2'",
                "source = ''",
                "trace_id = ''",
                "reason = 'because'",
                "details_json = '{}'",
                "recorded_at = recorded_at + interval '1' second",
                "outcome = 'permission-denied'",
                "record_hash = previous_hash"
            })
    void changedRecordIsFound(String change) {
        node.append(1, 10);
        node.sql("update audit_record set " + change + " where sequence_number = 4");
        assertThat(node.fault()).isEqualTo("CHANGED 4");
    }

    @Test
    void missingRecordIsFound() {
        node.append(1, 10);
        node.sql("delete from audit_record where sequence_number = 6");
        assertThat(node.fault()).isEqualTo("MISSING 6");
    }

    @Test
    void missingOldestRecordIsFound() {
        node.append(1, 10);
        node.sql("delete from audit_record where sequence_number <= 2");
        assertThat(node.fault()).isEqualTo("MISSING 1");
    }

    @Test
    void missingNewestRecordIsFound() {
        node.append(1, 10);
        node.sql("delete from audit_record where sequence_number >= 9");
        assertThat(node.fault()).isEqualTo("MISSING 9");
    }

    @Test
    void reorderedRecordsAreFound() {
        node.append(1, 10);
        node.sql("update audit_record set sequence_number = 99 where sequence_number = 3");
        node.sql("update audit_record set sequence_number = 3 where sequence_number = 4");
        node.sql("update audit_record set sequence_number = 4 where sequence_number = 99");
        assertThat(node.fault()).isEqualTo("REORDERED 3");
    }

    @Test
    void forgedHashIsFoundByTheNextRecord() {
        node.append(1, 10);
        node.sql("update audit_record set account = 'eve' where sequence_number = 4");
        node.forgeHashes(4, 4);
        assertThat(node.fault()).isEqualTo("REORDERED 5");
    }

    @Test
    void forgedHashOfTheNewestRecordIsFound() {
        node.append(1, 10);
        node.sql("update audit_record set account = 'eve' where sequence_number = 10");
        node.forgeHashes(10, 10);
        assertThat(node.fault()).isEqualTo("END_CHANGED 10");
    }

    @Test
    void wholeForgedChainContradictsTheNotedHash() {
        node.append(1, 10);
        String noted = node.verify().getString("hash");
        assertThat(node.verify(10, noted).getBoolean("whole")).isTrue();
        node.sql("update audit_record set account = 'eve' where sequence_number = 4");
        node.forgeHashes(4, 10);
        node.sql(
                "update audit_chain set last_hash ="
                        + " (select record_hash from audit_record where sequence_number = 10)");
        assertThat(node.verify().getBoolean("whole")).isTrue();
        assertThat(node.verify(10, noted).getJsonObject("break").getString("fault"))
                .isEqualTo("REWRITTEN");
    }

    @Test
    void notedRecordThatIsGoneIsFound() {
        node.append(1, 10);
        node.sql("delete from audit_record where sequence_number >= 9");
        node.sql(
                "update audit_chain set last_sequence = 8, last_hash ="
                        + " (select record_hash from audit_record where sequence_number = 8)");
        assertThat(node.verify().getBoolean("whole")).isTrue();
        assertThat(node.verify(10, "ab").getJsonObject("break").getString("fault"))
                .isEqualTo("MISSING");
    }

    @Test
    void recordBehindTheEndIsFound() {
        node.append(1, 10);
        node.sql(
                "update audit_chain set last_sequence = 8, last_hash ="
                        + " (select record_hash from audit_record where sequence_number = 8)");
        assertThat(node.fault()).isEqualTo("END_CHANGED 9");
    }
}
