package io.hansa.proxy.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database with the shipped migrations and the shipped persistence unit, outside a container. */
public final class RegistryDatabase implements Closeable {
    private final DataSource dataSource;
    private final Closeable server;
    private final EntityManagerFactory factory;

    private RegistryDatabase(DataSource dataSource, Closeable server) {
        this.dataSource = dataSource;
        this.server = server;
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

    /** One in memory, that nobody else sees. */
    public static RegistryDatabase h2() {
        return new RegistryDatabase(h2DataSource(), () -> {});
    }

    /** A real server of its own, on a free port of the loopback interface. */
    public static RegistryDatabase postgresql() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            return new RegistryDatabase(server.getPostgresDatabase(), server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static DataSource h2DataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    /** What one node works with; for one thread. */
    public RegistryNode node() {
        return new RegistryNode(factory.createEntityManager());
    }

    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() throws IOException {
        factory.close();
        server.close();
    }
}
