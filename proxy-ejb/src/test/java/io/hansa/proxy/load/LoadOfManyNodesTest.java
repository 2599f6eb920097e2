package io.hansa.proxy.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes of a proxy that share their loads in the database, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class LoadOfManyNodesTest {
    private final RegistryDatabase database;
    private final NodeOfMany small;
    private final NodeOfMany large;

    LoadOfManyNodesTest(SharedDatabase shared) {
        database = shared.get();
        database.empty();
        small = new NodeOfMany("small", 10, 0.5, database::dataSource);
        large = new NodeOfMany("large", 30, 0.9, database::dataSource);
    }

    @Test
    void everyNodeReportsTotalWorkOverTotalCapacity() {
        small.work(4);
        large.work(8);
        turns(2);

        for (NodeOfMany node : new NodeOfMany[] {small, large}) {
            assertThat(node.load().now().load()).isCloseTo(12 / 40.0, within(1e-9));
            assertThat(node.load().now().threshold()).isCloseTo(32 / 40.0, within(1e-9));
            assertThat(node.load().now().nodes()).isEqualTo(2);
        }
    }

    @Test
    void loadIsAsOldAsItsOldestPart() {
        turns(2);
        long before = small.load().now().ageMillis();

        small.later(700, TimeUnit.MILLISECONDS);

        assertThat(small.load().now().ageMillis()).isGreaterThanOrEqualTo(before + 700);
    }

    @Test
    void deadNodeCountsUntilItsReportIsStale() {
        large.work(27);
        turns(2);
        large.silent(2);
        small.turn();
        assertThat(small.load().now().load()).isCloseTo(27 / 40.0, within(1e-9));
        assertThat(small.load().now().ageMillis()).isBetween(2000L, 2999L);

        large.silent(1);
        small.turn();

        assertThat(small.load().now().load()).isZero();
        assertThat(small.load().now().nodes()).isOne();
        assertThat(small.load().now().ageMillis()).isLessThan(1000);
        assertThat(small.load().others()).extracting(NodeLoad::node).containsExactly("large");
    }

    @Test
    void reportsOfBeforeARestartAreNotShown() {
        turns(2);
        large.silent(60);
        NodeOfMany again = new NodeOfMany("large", 20, 0.8, database::dataSource);
        again.turns(2);
        small.turn();

        assertThat(small.load().others()).extracting(NodeLoad::node).containsExactly("large");
        assertThat(again.load().others()).extracting(NodeLoad::node).containsExactly("small");
    }

    @Test
    void aNodeThatComesBackCountsAgain() {
        turns(2);
        large.silent(60);
        small.turn();
        large.turn();
        small.turn();

        assertThat(small.load().now().nodes()).isEqualTo(2);
    }

    @Test
    void withoutDatabaseOtherNodesCountUntilStale() {
        large.work(27);
        turns(2);
        small.later(2, TimeUnit.SECONDS);
        small.losesTheDatabase();
        small.turn();
        assertThat(small.load().now().nodes()).isEqualTo(2);

        small.later(1, TimeUnit.SECONDS);

        assertThat(small.load().now().nodes()).isOne();
        assertThat(small.load().now().load()).isZero();
    }

    @Test
    void workIsAcceptedWhileOneNodeAcceptsIt() {
        small.work(5);
        turns(2);
        assertThat(small.load().here().accepting()).isFalse();
        assertThat(small.load().now().accepting()).isTrue();

        large.work(27);
        turns(1);

        assertThat(small.load().now().accepting()).isFalse();
        assertThat(large.load().now().accepting()).isFalse();
    }

    @Test
    void stoppingNodeIsForgottenAtOnce() {
        turns(2);
        large.stop();
        small.turn();
        large.turn();
        small.turn();

        assertThat(large.load().now().accepting()).isFalse();
        assertThat(small.load().now().accepting()).isTrue();
        assertThat(small.load().others()).isEmpty();
    }

    @Test
    void nodeStopsWithoutADatabase() {
        turns(2);
        large.losesTheDatabase();

        large.stop();

        assertThat(large.load().now().accepting()).isFalse();
    }

    @Test
    void nodesOfOneNameKeepTheirOwnReports() {
        NodeOfMany twin = new NodeOfMany("small", 10, 0.5, database::dataSource);
        twin.work(5);
        twin.turn();
        small.turn();
        twin.turn();
        small.turn();

        assertThat(small.load().now().load()).isCloseTo(0.25, within(1e-9));
        assertThat(twin.load().now().load()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void loneNodeReportsOnceInTenRuns() {
        small.turn();
        small.silent(20);
        small.turns(9);
        assertThat(large.hears()).noneMatch(NodeLoad::current);

        small.turn();

        assertThat(large.hears()).allMatch(NodeLoad::current).hasSize(1);
    }

    @Test
    void nodeReportsAtOnceWhenAnotherAppears() {
        small.turns(5);
        small.silent(5);
        large.turn();
        assertThat(large.load().now().nodes()).isOne();

        small.turn();
        large.turn();

        assertThat(large.load().now().nodes()).isEqualTo(2);
    }

    @Test
    void staleMeasurementIsNotReported() {
        turns(2);
        large.silent(3);
        large.stuckFor(3);
        large.turn();
        small.turn();

        assertThat(small.load().now().nodes()).isOne();
    }

    @Test
    void nodeSilentForTenMinutesIsForgotten() {
        turns(2);
        large.silent(601);
        small.turns(600);

        assertThat(small.load().others()).isEmpty();
    }

    private void turns(int turns) {
        for (int i = 0; i < turns; i++) {
            small.turn();
            large.turn();
            small.turn();
        }
    }
}
