package io.hansa.proxy.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.permission.Rule.Action;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantEvaluationTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final Instant AFTER = NOW.plusSeconds(60);
    private static final Subject SHOP = Subject.account("shop");
    private static final Subject RETAIL = Subject.group("retail");
    private static final List<Subject> SUBJECTS = List.of(SHOP, RETAIL);

    private final Quotas quotas = new Quotas();

    @Test
    void withoutAPermissionNothingIsFound() {
        GrantEvaluation evaluation = evaluated(SUBJECTS);
        assertThat(evaluation.foundNothing()).isTrue();
    }

    @Test
    void allowsByAGrantToTheAccount() {
        Permission grant = grant("1", SHOP, null);
        assertThat(decide(SUBJECTS, grant).grants()).containsExactly(grant);
    }

    @Test
    void allowsByAGrantToAGroup() {
        assertThat(decide(SUBJECTS, grant("1", RETAIL, null)).allowed()).isTrue();
    }

    @Test
    void allowsAPeerByItsOwnGrantOnly() {
        Permission toPeer = grant("1", Subject.peer("shop"), null);
        assertThat(decide(List.of(Subject.peer("shop")), toPeer).allowed()).isTrue();
        assertThat(evaluated(SUBJECTS, toPeer).foundNothing()).isTrue();
    }

    @Test
    void takesNoGrantOfAnotherCapability() {
        Permission other = Permission.allow("1", SHOP, "trade.cancel");
        assertThat(evaluated(SUBJECTS, other).foundNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "trade.*,true",
        "*,true",
        "trade.settle,true",
        "trade.settle.*,false",
        "tra.*,false",
        "price.*,false"
    })
    void patternsAllowWhatTheyMatch(String pattern, boolean allowed) {
        GrantEvaluation evaluation = evaluated(SUBJECTS, Permission.allow("1", RETAIL, pattern));
        assertThat(evaluation.foundNothing()).isEqualTo(!allowed);
    }

    @Test
    void aGrantToRegisterAllowsNoCall() {
        Rule call = Rule.allow("trade.settle");
        Rule register = new Rule(call.capability(), Action.REGISTER, call.effect(), null);
        assertThat(evaluated(SUBJECTS, grant("1", SHOP, null).with(register)).foundNothing())
                .isTrue();
    }

    @Test
    void aDenialWinsOverEveryGrant() {
        Permission denial = deny("9", RETAIL, "trade.*", null);
        Decision decision =
                decide(SUBJECTS, grant("1", SHOP, null), grant("2", RETAIL, "trade-1"), denial);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.grants()).containsExactly(denial);
        assertThat(decision.reason())
                .isEqualTo("The permission 9 denies trade.settle to group:retail.");
    }

    @Test
    void aDenialOutsideItsTimeDeniesNothing() {
        Permission ended = deny("9", SHOP, "trade.settle", null).within(null, BEFORE);
        assertThat(decide(SUBJECTS, grant("1", SHOP, null), ended).allowed()).isTrue();
    }

    @Test
    void aDenialForOneServerExcludesOnlyThat() {
        Permission denial = deny("9", RETAIL, "*", "trade-1");
        Decision decision = decide(SUBJECTS, grant("1", SHOP, null), denial);
        assertThat(decision.allowed()).isTrue();
        assertThat(decision.reaches("trade-1")).isFalse();
        assertThat(decision.reaches("trade-2")).isTrue();
        assertThat(decision.reaches(null)).isTrue();
        assertThat(decision.decisive()).contains(denial);
    }

    @Test
    void aGrantForADeniedServerAllowsNothing() {
        Permission denial = deny("9", RETAIL, "*", "trade-1");
        Decision decision = decide(SUBJECTS, grant("1", SHOP, "trade-1"), denial);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.grants()).containsExactly(denial);
        assertThat(decision.reason()).contains("permission 9", "trade-1");
    }

    @Test
    void onlyDenialsOfSomeSubjectsCount() {
        GrantEvaluation evaluation =
                new GrantEvaluation(
                        new Permissions(
                                List.of(grant("1", SHOP, null), deny("9", RETAIL, "*", "trade-1"))),
                        "trade.settle",
                        NOW,
                        quotas);
        evaluation.deniesOnly(SHOP.kind(), SHOP.name());
        assertThat(evaluation.foundNothing()).isTrue();
        evaluation.deniesOnly(RETAIL.kind(), RETAIL.name());
        assertThat(evaluation.decide().allowed()).isFalse();
    }

    @Test
    void refusesAnExpiredGrantAndSaysSince() {
        Permission ended = grant("1", RETAIL, null).within(null, BEFORE);
        Decision decision = decide(SUBJECTS, ended);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.grants()).containsExactly(ended);
        assertThat(decision.reason())
                .isEqualTo(
                        "The permission 1 of group:retail for trade.settle was valid until"
                                + " 2026-06-01T11:59:00Z.");
    }

    @Test
    void futureGrantIsRefusedWithItsStart() {
        Decision decision = decide(SUBJECTS, grant("1", SHOP, null).within(AFTER, null));
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason())
                .isEqualTo(
                        "The permission 1 of account:shop for trade.settle is not valid before"
                                + " 2026-06-01T12:01:00Z.");
    }

    @Test
    void periodIncludesItsFirstInstantNotItsLast() {
        assertThat(decide(SUBJECTS, grant("1", SHOP, null).within(NOW, AFTER)).allowed()).isTrue();
        assertThat(decide(SUBJECTS, grant("1", SHOP, null).within(BEFORE, NOW)).allowed())
                .isFalse();
    }

    @Test
    void collectsValidGrantsAndLeavesOutOthers() {
        Permission narrowed = grant("1", SHOP, "trade-1");
        Permission expired = grant("2", SHOP, null).within(null, BEFORE);
        Permission group = grant("3", RETAIL, "trade-2");
        Permission pattern = Permission.allow("4", RETAIL, "trade.*");
        assertThat(decide(SUBJECTS, narrowed, expired, group, pattern).grants())
                .containsExactly(narrowed, group, pattern);
    }

    @Test
    void narrowedGrantReachesItsServerOnly() {
        Decision decision = decide(SUBJECTS, grant("1", SHOP, "trade-1"));
        assertThat(decision.narrowed()).isTrue();
        assertThat(decision.reaches("trade-1")).isTrue();
        assertThat(decision.reaches("trade-2")).isFalse();
        assertThat(decision.reaches(null)).isFalse();
    }

    @Test
    void grantWithoutServerReachesEveryServer() {
        Decision decision = decide(SUBJECTS, grant("1", SHOP, "trade-1"), grant("2", RETAIL, null));
        assertThat(decision.reaches("trade-2")).isTrue();
    }

    @Test
    void usedUpQuotaRefusesUntilPeriodEnds() {
        Permission daily = grant("1", SHOP, null).limitedTo(new Quota(1, Quota.UNLIMITED));
        assertThat(decide(SUBJECTS, daily).allowed()).isTrue();
        assertThat(quotas.take(daily, NOW)).isTrue();

        Decision decision = decide(SUBJECTS, daily);

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason())
                .isEqualTo(
                        "The quota of the permission 1 of account:shop for trade.settle is used up:"
                                + " 1 calls a day; it begins again at 2026-06-02T00:00:00Z.");
        assertThat(decision.failure(NOW).code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(decision.failure(NOW).extensions())
                .containsEntry("retryAfterSeconds", 12 * 3600L);
    }

    @Test
    void anotherGrantAllowsWithOneQuotaUsedUp() {
        Permission monthly = grant("1", SHOP, null).limitedTo(new Quota(Quota.UNLIMITED, 1));
        Permission other = grant("2", RETAIL, null);
        quotas.take(monthly, NOW);
        assertThat(decide(SUBJECTS, monthly, other).grants()).containsExactly(other);
    }

    @Test
    void neverAllowsWithoutAGrant() {
        assertThatThrownBy(() -> new Decision(true, "because", List.of(), List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Decision decide(List<Subject> subjects, Permission... held) {
        return evaluated(subjects, held).decide();
    }

    private GrantEvaluation evaluated(List<Subject> subjects, Permission... held) {
        GrantEvaluation evaluation =
                new GrantEvaluation(new Permissions(List.of(held)), "trade.settle", NOW, quotas);
        subjects.forEach(subject -> evaluation.counts(subject.kind(), subject.name()));
        return evaluation;
    }

    private static Permission grant(String id, Subject subject, String server) {
        return Permission.allow(id, subject, "trade.settle")
                .with(Rule.allow("trade.settle").at(server));
    }

    private static Permission deny(String id, Subject subject, String pattern, String server) {
        return Permission.allow(id, subject, pattern).with(Rule.deny(pattern).at(server));
    }
}
