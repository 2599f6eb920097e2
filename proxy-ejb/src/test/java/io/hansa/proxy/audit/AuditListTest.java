package io.hansa.proxy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.registry.SharedDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists and exports of records, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class AuditListTest {
    private final AuditNode node;

    AuditListTest(SharedDatabase shared) {
        node = AuditNode.onEmpty(shared.get());
        node.append(1, 25);
        node.append(25, 25);
    }

    @ParameterizedTest
    @CsvSource({"-when", "when"})
    void pagesNeitherRepeatNorSkip(String sort) {
        List<Long> seen = new ArrayList<>();
        Map<String, String> parameters = new HashMap<>(Map.of("limit", "4", "sort", sort));
        for (int i = 0; i < 20; i++) {
            Page<ChainedRecord> page = node.page(parameters);
            page.items().forEach(record -> seen.add(record.sequence()));
            assertThat(page.total()).isEqualTo(26);
            if (page.next() == null) {
                break;
            }
            parameters.put("after", page.next());
        }
        assertThat(seen).hasSize(26).doesNotHaveDuplicates();
        assertThat(seen.get(0)).isEqualTo("when".equals(sort) ? 1 : 26);
    }

    @ParameterizedTest
    @CsvSource({
        "account, anne, 12",
        "account, ann, 0",
        "key, c25, 2",
        "kind, capability, 26",
        "kind, peer, 0",
        "action, CREATED, 26",
        "action, REFUSED, 0",
        "q, C2, 8",
        "q, NN, 12",
        "q, %, 0",
        "since, 2026-03-01T00:20:00Z, 7",
        "until, 2026-03-01T00:20:00.123456Z, 19",
        "until, 2026-03-01T01:20:00.123456+01:00, 19",
    })
    void filtersGiveTheirRecords(String name, String value, int count) {
        Page<ChainedRecord> page = node.page(Map.of(name, value));
        assertThat(page.items()).hasSize(count);
        assertThat(page.total()).isEqualTo(count);
    }

    @Test
    void filtersHoldTogether() {
        Map<String, String> all =
                Map.of("account", "anne", "kind", "capability", "key", "c12", "q", "c1");
        assertThat(node.page(all).items()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 1001",
        "limit, x",
        "sort, who",
        "since, yesterday",
        "until, 2026-03-01",
        "since, +12026-03-01T00:00:00Z",
        "action, created",
        "after, x"
    })
    void wrongValuesAreRefused(String name, String value) {
        assertThatThrownBy(() -> node.page(Map.of(name, value)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(name);
    }

    @Test
    void exportGivesEveryLineOnce() throws IOException {
        node.append(1, 300);
        StringBuilder lines = new StringBuilder();
        node.export().export(ExportAudit.Format.JSONL, Map.of()).to(lines::append);
        assertThat(lines.toString().lines())
                .containsExactlyElementsOf(
                        node.records().stream().map(ChainedRecord::line).toList());
    }

    @Test
    void exportTakesFiltersAndHasAHeader() throws IOException {
        StringBuilder lines = new StringBuilder();
        node.export()
                .export(ExportAudit.Format.CSV, Map.of("since", "2026-03-01T00:25:00Z"))
                .to(lines::append);
        assertThat(lines.toString().split("\r\n")).hasSize(3);
        assertThat(lines.toString())
                .startsWith(
                        "sequence,previous,when,who,node,source,traceId,action,kind,key,before,");
    }
}
