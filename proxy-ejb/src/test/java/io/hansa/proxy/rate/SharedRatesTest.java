package io.hansa.proxy.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.configuration.RateSharing;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.protection.RateLimits.Scope;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import io.hansa.proxy.token.ManualClock;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes of a proxy, one limit, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class SharedRatesTest {
    private static final RateLimit HUNDRED_AN_HOUR = new RateLimit(100, 3_600_000);

    /** However slow the database, all is settled in one turn. */
    private static final RateSharing UNHURRIED = new RateSharing(60_000);

    private final ManualClock clock = new ManualClock();
    private final RateLimits here = new RateLimits();
    private final RateLimits there = new RateLimits();
    private final StoredPermits stored;
    private final RateSettlement settlementHere;
    private final RateSettlement settlementThere;

    SharedRatesTest(SharedDatabase shared) {
        RegistryDatabase database = shared.get();
        database.empty();
        stored = new StoredPermits(new RateBuckets(database::dataSource, clock));
        settlementHere =
                new RateSettlement(here, new RateBuckets(database::dataSource, clock), UNHURRIED);
        settlementThere =
                new RateSettlement(there, new RateBuckets(database::dataSource, clock), UNHURRIED);
    }

    @Test
    void oneNodeNeverExceedsTheLimit() {
        assertThat(taken(here, 150)).isEqualTo(100);
        settlementHere.run();
        assertThat(taken(here, 10)).isZero();
    }

    @Test
    void useOnOneNodeCountsOnTheOther() {
        assertThat(taken(there, 1)).isOne();
        assertThat(taken(here, 60)).isEqualTo(60);
        settle();

        assertThat(taken(there, 100)).isEqualTo(39);
    }

    @Test
    void alternatingNodesAllowTheLimitTogether() {
        int all = 0;
        for (int turn = 0; turn < 40; turn++) {
            all += taken(here, 4) + taken(there, 4);
            settle();
        }

        assertThat(all).isBetween(100, 104);
    }

    @Test
    void excessUseIsChargedLater() {
        taken(here, 100);
        taken(there, 100);
        settle();
        settle();

        assertThat(taken(here, 1) + taken(there, 1)).isZero();
    }

    @Test
    void otherNamesAndScopesAreOtherLimits() {
        taken(here, 100);
        here.take(Scope.ACCOUNT, "trade.settle", HUNDRED_AN_HOUR);
        here.take(Scope.CAPABILITY, "price.quote", HUNDRED_AN_HOUR);
        settlementHere.run();

        here.take(Scope.ACCOUNT, "trade.settle", HUNDRED_AN_HOUR);
    }

    @Test
    void nodeCountsAloneWithoutADatabase() {
        RateSettlement away =
                new RateSettlement(here, new RateBuckets(JdbcDataSource::new, clock), UNHURRIED);
        assertThat(taken(here, 60)).isEqualTo(60);
        away.run();

        assertThat(taken(here, 60)).isEqualTo(40);
    }

    @Test
    void bucketsFillByTheClockOfAllNodes() {
        assertThat(stored.settle("a", HUNDRED_AN_HOUR, 60)).isEqualTo(40);

        clock.forward(Duration.ofMinutes(30));

        assertThat(stored.settle("a", HUNDRED_AN_HOUR, 0)).isBetween(89L, 91L);
    }

    private void settle() {
        settlementHere.run();
        settlementThere.run();
        settlementHere.run();
    }

    private static int taken(RateLimits node, int wanted) {
        int taken = 0;
        for (int i = 0; i < wanted; i++) {
            try {
                node.take(Scope.CAPABILITY, "trade.settle", HUNDRED_AN_HOUR);
                taken++;
            } catch (Failure limited) {
                return taken;
            }
        }
        return taken;
    }
}
