package io.hansa.proxy.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database with the shipped migrations and the shipped persistence unit, outside a container. */
public final class RegistryDatabase {
    private static final List<String> TABLES =
            List.of(
                    "server_capability",
                    "business_server",
                    "account_role",
                    "account_group",
                    "account",
                    "permission_quota_use",
                    "permission",
                    "capability",
                    "peer",
                    "breaker_setting",
                    "operating_override",
                    "group_description",
                    "registry_item",
                    "kept_reply",
                    "rate_bucket",
                    "node_summary",
                    "node_load",
                    "registry_change",
                    "signing_key",
                    "audit_record");

    private static final String UNCHAIN =
            """
            update audit_chain set last_sequence = 0, anchor_sequence = 0,
            last_hash = repeat('0', 64), anchor_hash = repeat('0', 64)""";

    private final DataSource dataSource;
    private final EntityManagerFactory factory;

    private RegistryDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        RegistrySchema.migrate(dataSource);
        this.factory =
                Persistence.createEntityManagerFactory(
                        "hansa",
                        Map.of(
                                "jakarta.persistence.transactionType",
                                "RESOURCE_LOCAL",
                                "jakarta.persistence.nonJtaDataSource",
                                dataSource));
    }

    /** One in memory, which only this test sees. */
    static RegistryDatabase h2() {
        return new RegistryDatabase(h2DataSource());
    }

    /** A real server of its own, on a free port of the loopback interface. */
    static RegistryDatabase postgresql() {
        try {
            return new RegistryDatabase(EmbeddedPostgres.start().getPostgresDatabase());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static DataSource h2DataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** What one node works with; for one thread. */
    public RegistryNode node() {
        return new RegistryNode(factory.createEntityManager());
    }

    /** Forgets everything but the revision, which goes on. */
    public void empty() {
        RegistryNode node = node();
        node.transaction(
                () -> {
                    TABLES.forEach(
                            table ->
                                    node.entityManager()
                                            .createNativeQuery("delete from " + table)
                                            .executeUpdate());
                    node.entityManager().createNativeQuery(UNCHAIN).executeUpdate();
                    return new Revisions(node.entityManager()).next();
                });
    }
}
