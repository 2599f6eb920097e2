package io.hansa.proxy.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Lets the persistence unit be built while the database does not answer. Hibernate asks it what it
 * is, and else the deployment fails (seen 2026-11-29 with Hibernate 6.6). An H2 file is part of the
 * node, so a database that is away is a PostgreSQL, unless {@code HANSA_DB_URL} names an H2.
 */
public final class AwayDatabase implements ServiceContributor {
    private static final String URL = "HANSA_DB_URL";
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The driver waits for five seconds, in each part of the start that asks. */
    private static final long PATIENCE_MILLIS = 2000;

    private static volatile boolean seenAway;

    /** Whether the database did not answer when the persistence unit was built. */
    static boolean seenAway() {
        return seenAway;
    }

    @Override
    public void contribute(StandardServiceRegistryBuilder unit) {
        Optional<DataSource> dataSource = dataSource(unit.getSettings());
        seenAway = dataSource.isPresent() && !answers(dataSource.get());
        if (seenAway) {
            unit.applySetting(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
            unit.applySetting(JdbcSettings.DIALECT, dialect().getName());
        }
    }

    private static boolean answers(DataSource dataSource) {
        if (!urlBeginsWith(POSTGRESQL)) {
            return connects(dataSource);
        }
        FutureTask<Boolean> look = new FutureTask<>(() -> connects(dataSource));
        Thread thread = new Thread(look, "hansa-database");
        thread.setDaemon(true);
        thread.start();
        try {
            return look.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean connects(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection != null;
        } catch (SQLException | RuntimeException away) {
            return false;
        }
    }

    private static Class<?> dialect() {
        return urlBeginsWith(H2) ? H2Dialect.class : PostgreSQLDialect.class;
    }

    private static boolean urlBeginsWith(String beginning) {
        String url = System.getenv(URL);
        return url != null && url.startsWith(beginning);
    }

    /** As the server gives it to the unit, or as it has bound it. */
    private static Optional<DataSource> dataSource(Map<String, Object> settings) {
        for (String name :
                new String[] {
                    JdbcSettings.JAKARTA_JTA_DATASOURCE,
                    JdbcSettings.JAKARTA_NON_JTA_DATASOURCE,
                    JdbcSettings.DATASOURCE
                }) {
            if (settings.get(name) instanceof DataSource given) {
                return Optional.of(given);
            }
        }
        try {
            return Optional.of(RegistryDataSource.find());
        } catch (IllegalStateException none) {
            return Optional.empty();
        }
    }
}
