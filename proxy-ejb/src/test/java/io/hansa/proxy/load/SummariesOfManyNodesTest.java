package io.hansa.proxy.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes of a proxy that exchange their summaries in the database, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class SummariesOfManyNodesTest {
    private static final int TURNS_PER_SUMMARY = 5;

    private final RegistryDatabase database;
    private final NodeOfMany here;
    private final NodeOfMany there;

    SummariesOfManyNodesTest(SharedDatabase shared) {
        database = shared.get();
        database.empty();
        here = new NodeOfMany("here", 10, 0.5, database::dataSource);
        there = new NodeOfMany("there", 30, 0.9, database::dataSource);
    }

    @Test
    void nodesHearEachOthersSummaries() {
        there.summaries().say("{\"revision\":7}");

        meet();

        assertThat(here.summaries().heard())
                .extracting(NodeSummary::node, one -> one.content().getInt("revision"))
                .containsExactly(tuple("there", 7));
        assertThat(here.summaries().heard()).allMatch(NodeSummary::current);
    }

    @Test
    void aLoneNodeWritesNoSummary() {
        here.turns(4 * TURNS_PER_SUMMARY);

        assertThat(here.summaries().asked()).isZero();
    }

    @Test
    void summariesAreExchangedAtEveryFifthTurn() {
        meet();
        int before = here.summaries().asked();

        for (int turn = 0; turn < 2 * TURNS_PER_SUMMARY; turn++) {
            there.turn();
            here.turn();
        }

        assertThat(here.summaries().asked()).isEqualTo(before + 2);
    }

    @Test
    void aLongSummaryIsReadWhole() {
        there.summaries().sayLong(NodeSummaries.MAX_BYTES - 20);

        meet();

        assertThat(here.summaries().heard())
                .extracting(one -> one.content().getString("text").length())
                .containsExactly(NodeSummaries.MAX_BYTES - 20);
    }

    @Test
    void aSummaryThatIsTooLongHarmsNoLoad() {
        there.summaries().sayLong(NodeSummaries.MAX_BYTES);

        meet();

        assertThat(here.summaries().heard()).isEmpty();
        assertThat(here.load().now().nodes()).isEqualTo(2);
        assertThat(there.load().now().nodes()).isEqualTo(2);
        assertThat(there.summaries().heard()).isNotEmpty();
    }

    @Test
    void aSummaryThatIsNoJsonIsLeftOut() {
        there.summaries().say("{\"revision\":");

        meet();

        assertThat(here.summaries().heard()).isEmpty();
        assertThat(there.summaries().heard()).hasSize(1);
        assertThat(here.load().now().nodes()).isEqualTo(2);
    }

    @Test
    void deeplyNestedSummaryIsLeftOut() {
        there.summaries().say("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");

        meet();

        assertThat(here.summaries().heard()).isEmpty();
        assertThat(here.load().now().nodes()).isEqualTo(2);
    }

    @Test
    void aFailingSummaryHarmsNoLoad() {
        there.summaries().fail();

        meet();

        assertThat(there.load().now().nodes()).isEqualTo(2);
        assertThat(here.load().now().nodes()).isEqualTo(2);
    }

    @Test
    void aStoppingNodeTakesItsSummaryAlong() {
        meet();
        there.stop();

        here.turns(TURNS_PER_SUMMARY);

        assertThat(here.summaries().heard()).isEmpty();
    }

    private void meet() {
        here.turn();
        there.turns(TURNS_PER_SUMMARY + 1);
        here.turns(TURNS_PER_SUMMARY - 1);
        there.turn();
        here.turn();
        there.turns(TURNS_PER_SUMMARY - 1);
    }
}
