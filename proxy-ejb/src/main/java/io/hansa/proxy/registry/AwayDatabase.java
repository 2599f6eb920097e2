package io.hansa.proxy.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
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

    @Override
    public void contribute(StandardServiceRegistryBuilder unit) {
        Optional<DataSource> dataSource = dataSource(unit.getSettings());
        if (dataSource.isPresent() && !answers(dataSource.get())) {
            unit.applySetting(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
            unit.applySetting(JdbcSettings.DIALECT, dialect().getName());
        }
    }

    private static boolean answers(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection != null;
        } catch (SQLException | RuntimeException away) {
            return false;
        }
    }

    private static Class<?> dialect() {
        return ConfigProvider.getConfig()
                .getOptionalValue(URL, String.class)
                .filter(url -> url.startsWith(H2))
                .<Class<?>>map(url -> H2Dialect.class)
                .orElse(PostgreSQLDialect.class);
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
