package io.hansa.proxy.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The nodes' loads in the registry's database. For one thread at a time. */
final class StoredLoads {
    private final NodeTables tables;

    StoredLoads(NodeTables tables) {
        this.tables = tables;
    }

    /** What all other nodes last said. */
    List<NodeLoad> others() {
        return tables.query(
                """
                select node, load, capacity, threshold, accepting, reported_at, current_timestamp
                from node_load where instance <> ? order by node, instance""",
                StoredLoads::load,
                tables.instance());
    }

    /** Says how loaded this node is. */
    void say(NodeLoad here) {
        Object[] values = {
            here.node(),
            here.load(),
            here.capacity(),
            here.threshold(),
            here.accepting(),
            tables.instance()
        };
        int changed =
                tables.run(
                        """
                        update node_load set node = ?, load = ?, capacity = ?, threshold = ?, accepting = ?,
                        reported_at = current_timestamp where instance = ?""",
                        values);
        if (changed == 0) {
            tables.run(
                    """
                    insert into node_load (node, load, capacity, threshold, accepting, instance, reported_at)
                    values (?, ?, ?, ?, ?, ?, current_timestamp)""",
                    values);
        }
    }

    /** Takes back what this node said, its summary too. */
    void leave() {
        tables.run("delete from node_load where instance = ?", tables.instance());
    }

    /** Forgets nodes that said nothing for ten minutes. */
    void removeSilent() {
        tables.run(
                "delete from node_load where reported_at < current_timestamp - interval '10' minute");
    }

    private static NodeLoad load(ResultSet row) throws SQLException {
        return new NodeLoad(
                row.getString("node"),
                row.getDouble("load"),
                row.getDouble("capacity"),
                row.getDouble("threshold"),
                row.getBoolean("accepting"),
                NodeTables.millisBetween(row, 6, 7));
    }
}
