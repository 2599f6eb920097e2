package io.hansa.proxy.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final Instant AFTER = NOW.plusSeconds(60);
    private static final Subject SHOP = Subject.account("shop");
    private static final Subject RETAIL = Subject.group("retail");
    private static final List<Subject> SUBJECTS = List.of(SHOP, RETAIL);

    @Test
    void refusesByDefaultAndNamesWhoHoldsNothing() {
        Decision decision = decide(SUBJECTS);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.grants()).isEmpty();
        assertThat(decision.reason())
                .isEqualTo("No permission for trade.settle is held by account:shop, group:retail.");
    }

    @Test
    void allowsByAGrantToTheAccount() {
        Permission grant = grant("1", SHOP, null, null, null);
        assertThat(decide(SUBJECTS, grant).grants()).containsExactly(grant);
    }

    @Test
    void allowsByAGrantToAGroup() {
        assertThat(decide(SUBJECTS, grant("1", RETAIL, null, null, null)).allowed()).isTrue();
    }

    @Test
    void allowsAPeerByItsOwnGrantOnly() {
        Permission toPeer = grant("1", Subject.peer("shop"), null, null, null);
        assertThat(decide(List.of(Subject.peer("shop")), toPeer).allowed()).isTrue();
        assertThat(decide(SUBJECTS, toPeer).allowed()).isFalse();
    }

    @Test
    void takesNoGrantOfAnotherCapability() {
        Permission other = new Permission("1", SHOP, "trade.cancel", null, null, null);
        assertThat(decide(SUBJECTS, other).allowed()).isFalse();
    }

    @Test
    void refusesAnExpiredGrantAndSaysSince() {
        Decision decision = decide(SUBJECTS, grant("1", RETAIL, null, null, BEFORE));
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason())
                .isEqualTo(
                        "The permission of group:retail for trade.settle was valid until"
                                + " 2026-06-01T11:59:00Z.");
    }

    @Test
    void refusesAGrantOfTheFutureAndSaysFromWhen() {
        Decision decision = decide(SUBJECTS, grant("1", SHOP, null, AFTER, null));
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason())
                .isEqualTo(
                        "The permission of account:shop for trade.settle is not valid before"
                                + " 2026-06-01T12:01:00Z.");
    }

    @Test
    void countsTheFirstInstantOfThePeriodAndNotTheLast() {
        assertThat(decide(SUBJECTS, grant("1", SHOP, null, NOW, AFTER)).allowed()).isTrue();
        assertThat(decide(SUBJECTS, grant("1", SHOP, null, BEFORE, NOW)).allowed()).isFalse();
    }

    @Test
    void collectsAllValidGrantsAndLeavesOutTheOthers() {
        Permission narrowed = grant("1", SHOP, "trade-1", null, null);
        Permission expired = grant("2", SHOP, null, null, BEFORE);
        Permission group = grant("3", RETAIL, "trade-2", null, null);
        assertThat(decide(SUBJECTS, narrowed, expired, group).grants())
                .containsExactly(narrowed, group);
    }

    @Test
    void reachesOnlyTheServerThatItIsNarrowedTo() {
        Decision decision = decide(SUBJECTS, grant("1", SHOP, "trade-1", null, null));
        assertThat(decision.allowed()).isTrue();
        assertThat(decision.reaches("trade-1")).isTrue();
        assertThat(decision.reaches("trade-2")).isFalse();
    }

    @Test
    void reachesEveryServerByOneGrantThatIsNotNarrowed() {
        Decision decision =
                decide(
                        SUBJECTS,
                        grant("1", SHOP, "trade-1", null, null),
                        grant("2", RETAIL, null, null, null));
        assertThat(decision.reaches("trade-2")).isTrue();
    }

    @Test
    void neverAllowsWithoutAGrant() {
        assertThatThrownBy(() -> new Decision(true, "because", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Decision decide(List<Subject> subjects, Permission... grants) {
        return Decisions.decide(new Permissions(List.of(grants)), subjects, "trade.settle", NOW);
    }

    private static Permission grant(
            String id, Subject subject, String server, Instant from, Instant until) {
        return new Permission(id, subject, "trade.settle", server, from, until);
    }
}
