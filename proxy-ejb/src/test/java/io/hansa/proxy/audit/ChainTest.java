package io.hansa.proxy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How the chain grows, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class ChainTest {
    private static final String OLD_RECORD =
            """
            insert into audit_record (recorded_at, account, action, kind, item, after_json)
            values (timestamp '2025-01-01 00:00:00', 'admin', 'CREATED', 'peer', '%s', '{"a":1}')""";

    private final RegistryDatabase database;
    private final AuditNode node;

    ChainTest(SharedDatabase shared) {
        database = shared.get();
        node = AuditNode.onEmpty(database);
    }

    @Test
    void nodesThatWriteAtOnceMakeOneChain() {
        List<CompletableFuture<Void>> writers =
                LongStream.range(0, 3)
                        .mapToObj(
                                number ->
                                        CompletableFuture.runAsync(
                                                () -> {
                                                    AuditNode each = new AuditNode(database);
                                                    for (int i = 0; i < 20; i++) {
                                                        each.append(i, i + 1);
                                                    }
                                                }))
                        .toList();
        writers.forEach(CompletableFuture::join);
        assertThat(node.records())
                .extracting(ChainedRecord::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 120).boxed().toList());
        assertThat(node.verify().getBoolean("whole")).isTrue();
    }

    @Test
    void refusedChangeLeavesNoGap() {
        node.append(1, 2);
        assertThatThrownBy(
                        () ->
                                node.transaction(
                                        () -> {
                                            node.append(AuditNode.record(3));
                                            throw new IllegalStateException("refused");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        node.append(4, 4);
        assertThat(node.records()).extracting(ChainedRecord::sequence).containsExactly(1L, 2L, 3L);
        assertThat(node.verify().getBoolean("whole")).isTrue();
    }

    @Test
    void recordKeepsWhatWasGiven() {
        node.transaction(() -> node.append(AuditNode.record(1).because("a move")));
        JsonObject record = node.records().get(0).json();
        assertThat(record.getInt("sequence")).isEqualTo(1);
        assertThat(record.getString("previous")).isEqualTo(ChainedRecord.NO_HASH);
        assertThat(record.getString("when")).isEqualTo("2026-03-01T00:01:00.123456Z");
        assertThat(record.getString("who")).isEqualTo("bert");
        assertThat(record.getString("node")).isEqualTo("n1");
        assertThat(record.getString("source")).isEqualTo("10.0.0.1");
        assertThat(record.getString("traceId")).isEqualTo("a".repeat(32));
        assertThat(record.getString("reason")).isEqualTo("a move");
        assertThat(record.getString("outcome")).isEqualTo("done");
        assertThat(record.isNull("before")).isTrue();
        assertThat(record.getJsonObject("after").getString("text")).isEqualTo("a\"b\\c\nd €");
    }

    @Test
    void firstRecordChainsOlderOnesBefore() {
        node.sql(OLD_RECORD.formatted("one"));
        node.sql(OLD_RECORD.formatted("two"));
        node.append(1, 1);
        assertThat(node.records())
                .extracting(record -> record.json().getString("key"))
                .containsExactly("one", "two", "c1");
        assertThat(node.verify().getBoolean("whole")).isTrue();
    }

    @Test
    void laterRecordsOfOlderNodesAreChained() {
        node.append(1, 1);
        node.sql(OLD_RECORD.formatted("late"));
        assertThat(node.verify().getInt("unchained")).isEqualTo(1);
        assertThat(node.write().adopt()).isFalse();
        assertThat(node.records())
                .extracting(record -> record.json().getString("key"))
                .containsExactly("c1", "late");
        assertThat(node.verify().getInt("unchained")).isZero();
        assertThat(node.verify().getBoolean("whole")).isTrue();
    }
}
