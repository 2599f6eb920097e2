package io.hansa.proxy.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.configuration.RateSharing;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.protection.RateLimits.Scope;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a node asks the database about its rate limits, and for how long. */
class RateSettlementTest {
    private static final RateLimit HUNDRED_AN_HOUR = new RateLimit(100, 3_600_000);
    private static final int TURNS_PER_TRY = 25;
    private static final int MANY = 500;

    private final RegistryDatabase database = SharedDatabase.H2.get();
    private final RateLimits limits = new RateLimits();
    private boolean away;
    private int transactions;

    @BeforeEach
    void nothingIsTaken() {
        database.empty();
    }

    @Test
    void unavailableDatabaseIsRetriedAndGetsAllUse() {
        RateSettlement settlement = every(60_000);
        take("trade.settle", 60);
        away = true;
        turns(1, settlement);
        assertThat(transactions).isEqualTo(1);
        turns(TURNS_PER_TRY - 2, settlement);
        assertThat(transactions).as("asked since").isEqualTo(1);
        turns(1, settlement);
        assertThat(transactions).isEqualTo(2);

        away = false;
        turns(TURNS_PER_TRY, settlement);

        assertThat(
                        new StoredPermits(buckets())
                                .settle("capability:trade.settle", HUNDRED_AN_HOUR, 0))
                .isEqualTo(40);
        int before = transactions;
        turns(1, settlement);
        assertThat(transactions).as("asked each turn again").isGreaterThan(before);
    }

    @Test
    void settlingEndsAfterATenthOfTheInterval() {
        for (int i = 0; i < MANY; i++) {
            take("c" + i, 1);
        }

        turns(1, every(1));

        assertThat(transactions).isBetween(1, MANY - 1);
    }

    private RateSettlement every(int millis) {
        return new RateSettlement(limits, buckets(), new RateSharing(millis));
    }

    private RateBuckets buckets() {
        return new RateBuckets(this::dataSource, Clock.systemUTC());
    }

    private DataSource dataSource() {
        transactions++;
        return away ? new JdbcDataSource() : database.dataSource();
    }

    private void take(String capability, int times) {
        for (int i = 0; i < times; i++) {
            limits.take(Scope.CAPABILITY, capability, HUNDRED_AN_HOUR);
        }
    }

    private static void turns(int many, RateSettlement settlement) {
        for (int i = 0; i < many; i++) {
            settlement.run();
        }
    }
}
