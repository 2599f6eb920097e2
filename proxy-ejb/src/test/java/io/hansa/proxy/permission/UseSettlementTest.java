package io.hansa.proxy.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.RegistryNode;
import io.hansa.proxy.registry.SharedDatabase;
import io.hansa.proxy.token.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes of a proxy, whose calls count to the same quotas, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class UseSettlementTest {
    private static final Permission LIMITED =
            Permission.allow("limited", Subject.account("shop"), "trade.settle")
                    .limitedTo(new Quota(10, 15));

    private final RegistryDatabase database;
    private final RegistryNode registry;
    private final ManualClock clock = new ManualClock();
    private final Node here;
    private final Node there;

    UseSettlementTest(SharedDatabase shared) {
        database = shared.get();
        database.empty();
        registry = database.node();
        registry.transaction(() -> new StoredPermissions(registry.entityManager()).put(LIMITED, 1));
        clock.forward(Duration.between(clock.instant(), Instant.parse("2026-06-29T12:00:30Z")));
        here = new Node(database.dataSource());
        there = new Node(database.dataSource());
    }

    private final class Node {
        final Quotas quotas = new Quotas();
        final LastUses uses = new LastUses();
        final UseSettlement settlement;

        Node(DataSource dataSource) {
            settlement =
                    new UseSettlement(
                            quotas,
                            uses,
                            new StoredUse(() -> dataSource),
                            () -> Set.of(LIMITED.id()),
                            clock);
        }

        int taken(int calls) {
            int taken = 0;
            for (int i = 0; i < calls; i++) {
                taken += quotas.take(LIMITED, clock.instant()) ? 1 : 0;
            }
            return taken;
        }
    }

    @Test
    void oneNodeAllowsNoMoreThanTheQuota() {
        assertThat(here.taken(12)).isEqualTo(10);
        here.settlement.run();
        assertThat(here.taken(12)).isZero();
    }

    @Test
    void useOfOneNodeCountsOnTheOther() {
        assertThat(here.taken(4)).isEqualTo(4);
        assertThat(there.taken(3)).isEqualTo(3);
        settle();

        assertThat(there.quotas.figures(LIMITED, clock.instant()))
                .extracting(QuotaFigures::used)
                .containsExactly(7L, 7L);
        assertThat(here.taken(12)).isEqualTo(3);
        settle();
        assertThat(there.taken(1)).isZero();
    }

    @Test
    void aRestartedNodeKnowsWhatWasUsed() {
        here.taken(6);
        here.settlement.run();
        Node restarted = new Node(database.dataSource());

        restarted.settlement.run();

        assertThat(restarted.taken(12)).isEqualTo(4);
    }

    @Test
    void newDayIsLimitedByTheMonth() {
        here.taken(10);
        clock.forward(Duration.ofHours(12));

        assertThat(here.taken(12)).as("the month has 5 left").isEqualTo(5);
        settle();
        assertThat(there.taken(1)).isZero();
        clock.forward(Duration.ofDays(1));
        assertThat(there.taken(12)).as("another month").isEqualTo(10);
    }

    @Test
    void callsBeforeMidnightCountToTheDayBefore() {
        here.taken(5);
        clock.forward(Duration.ofHours(12));
        here.taken(2);
        settle();

        assertThat(there.quotas.figures(LIMITED, clock.instant()))
                .extracting(QuotaFigures::used)
                .containsExactly(2L, 7L);
    }

    @Test
    void nodeCountsAloneWithoutADatabase() {
        Node alone = new Node(new JdbcDataSource());
        alone.settlement.run();
        assertThat(alone.taken(12)).isEqualTo(10);
    }

    @Test
    void aRemovedPermissionLeavesNothing() {
        here.taken(1);
        registry.transaction(
                () -> {
                    new StoredPermissions(registry.entityManager()).remove(LIMITED.id());
                    return null;
                });

        here.settlement.run();

        assertThat(new StoredUse(database::dataSource).totals(clock.instant(), false)).isEmpty();
    }

    @Test
    void theLatestUseOfAllNodesIsKept() {
        here.uses.note(List.of(LIMITED), clock.instant());
        clock.forward(Duration.ofMinutes(2));
        there.uses.note(List.of(LIMITED), clock.instant());
        there.settlement.run();
        here.settlement.run();

        assertThat(unusedSince("2026-06-29T12:02:01Z"))
                .extracting(UnusedPermission::lastUsed)
                .containsExactly(Instant.parse("2026-06-29T12:02:00Z"));
        assertThat(unusedSince("2026-06-29T12:02:00Z")).isEmpty();
    }

    @Test
    void aNewPermissionIsNotUnusedYet() {
        assertThat(unusedSince("2026-06-29T12:00:00Z")).isEmpty();
        assertThat(unusedSince(Instant.now().plusSeconds(3600).toString())).hasSize(1);
    }

    @Test
    void permissionsThatEndSoonAreListedInPages() {
        Instant now = clock.instant();
        for (int i = 0; i < 4; i++) {
            Instant end = now.plusSeconds(60 + 60 * (i / 2));
            Permission ending = LIMITED.withId("ending-" + i).within(null, end);
            registry.transaction(
                    () -> new StoredPermissions(registry.entityManager()).put(ending, 2));
        }

        assertThat(expiring(now, 90, now, "", 10))
                .extracting(Permission::id)
                .containsExactly("ending-0", "ending-1");
        assertThat(expiring(now, 200, now.plusSeconds(60), "ending-0", 2))
                .extracting(Permission::id)
                .containsExactly("ending-1", "ending-2");
        assertThat(expiring(now.plusSeconds(60), 200, now, "", 10)).hasSize(2);
    }

    private List<Permission> expiring(
            Instant from, int beforeSeconds, Instant afterEnd, String afterId, int limit) {
        return registry.transaction(
                () ->
                        new PermissionReview(registry.entityManager())
                                .expiring(
                                        from,
                                        clock.instant().plusSeconds(beforeSeconds),
                                        afterEnd,
                                        afterId,
                                        limit));
    }

    private List<UnusedPermission> unusedSince(String time) {
        return registry.transaction(
                () ->
                        new PermissionReview(registry.entityManager())
                                .unused(Instant.parse(time), "", 10));
    }

    private void settle() {
        here.settlement.run();
        there.settlement.run();
        here.settlement.run();
    }
}
