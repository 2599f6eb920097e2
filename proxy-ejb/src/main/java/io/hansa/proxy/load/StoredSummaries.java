package io.hansa.proxy.load;

import java.util.List;

/**
 * The nodes' summaries in the registry's database. A node that has not told its load has no
 * summary. For one thread at a time.
 */
final class StoredSummaries {
    private final NodeTables tables;

    StoredSummaries(NodeTables tables) {
        this.tables = tables;
    }

    /**
     * @param text not read yet; its length is bounded by the column
     */
    record Stored(String instance, String node, String text, long ageMillis) {}

    /** What other nodes last said, the latest {@value NodeSummaries#MAX_OTHERS}. */
    List<Stored> others() {
        return tables.query(
                """
                select s.instance, l.node, s.summary, s.told_at, current_timestamp
                from node_summary s join node_load l on l.instance = s.instance
                where s.instance <> ? order by s.told_at desc fetch first %d rows only"""
                        .formatted(NodeSummaries.MAX_OTHERS),
                row ->
                        new Stored(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                NodeTables.millisBetween(row, 4, 5)),
                tables.instance());
    }

    void say(String summary) {
        int changed =
                tables.run(
                        "update node_summary set summary = ?, told_at = current_timestamp where instance = ?",
                        summary,
                        tables.instance());
        if (changed == 0) {
            tables.run(
                    """
                    insert into node_summary (instance, summary, told_at)
                    select instance, cast(? as varchar(%d)), current_timestamp from node_load where instance = ?"""
                            .formatted(NodeSummaries.MAX_BYTES),
                    summary,
                    tables.instance());
        }
    }
}
