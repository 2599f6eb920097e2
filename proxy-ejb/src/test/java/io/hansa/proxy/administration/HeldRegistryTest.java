package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.HeldRevision;
import io.hansa.proxy.registry.HeldRevision.Reason;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.Revisions;
import io.hansa.proxy.registry.SharedDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that vanish from the database, and databases that go back, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class HeldRegistryTest {
    private static final int ACCOUNTS = 10;
    private static final WriteOptions ADMIN = WriteOptions.by("admin");

    private final RegistryDatabase database;
    private AdministrationNode node;
    private AdministrationNode other;

    HeldRegistryTest(SharedDatabase shared) {
        database = shared.get();
    }

    @BeforeEach
    void start() {
        node = AdministrationNode.onEmpty(database);
        for (int i = 0; i < ACCOUNTS; i++) {
            node.put(Kind.ACCOUNT, "a" + i, i == 3 ? "{\"password\":\"of the third\"}" : "{}");
        }
        other = new AdministrationNode(database.node());
        node.node().poll();
        other.node().poll();
    }

    @Test
    void fifthOfAKindIsNotBelievedGone() {
        deleteAccounts("'a0', 'a1'");
        newRevision();

        node.node().poll();

        HeldRevision held = held(node).orElseThrow();
        assertThat(held.reason()).isEqualTo(Reason.TAKEN_AWAY);
        assertThat(held.losses().get(0).items()).containsExactly("a0", "a1");
        assertThat(held.text()).endsWith("without audit records: 2 of 10 accounts.");
        assertThat(node.registry().accounts()).containsKeys("a0", "a1");
    }

    @Test
    void lessThanAFifthIsBelieved() {
        deleteAccounts("'a0'");
        newRevision();

        node.node().poll();

        assertThat(held(node)).isEmpty();
        assertThat(node.registry().accounts()).doesNotContainKey("a0");
    }

    @Test
    void onlyItemOfAKindIsNotBelievedGone() {
        node.put(Kind.CAPABILITY, "a", "{}");
        sql("delete from capability");
        newRevision();

        node.node().poll();

        assertThat(held(node)).isPresent();
        assertThat(node.registry().capabilities()).containsKey("a");
    }

    @Test
    void rowsThatVanishWithoutRevisionAreFound() {
        deleteAccounts("select name from account");

        node.node().poll();
        assertThat(held(node)).isEmpty();
        node.node().review();

        assertThat(held(node).orElseThrow().losses().get(0).gone()).isEqualTo(ACCOUNTS);
        assertThat(node.registry().accounts()).hasSize(ACCOUNTS);
    }

    @Test
    void ownRemovalIsNeverHeld() {
        for (int i = 0; i < ACCOUNTS; i++) {
            node.remove(Kind.ACCOUNT, "a" + i);
        }
        sql("delete from registry_change");

        other.node().poll();

        assertThat(held(node)).isEmpty();
        assertThat(held(other)).isEmpty();
        assertThat(other.registry().accounts()).isEmpty();
    }

    @Test
    void removalByDocumentIsNeverHeld() {
        for (int i = 0; i < ACCOUNTS; i++) {
            node.patch(Kind.ACCOUNT, "a" + i, "{\"labels\":{\"of\":\"shop\"}}");
        }

        node.apply(JsonText.object("{}"), Label.parse("prune", "of=shop"), true, false);
        other.node().poll();

        assertThat(held(node)).isEmpty();
        assertThat(node.registry().accounts()).isEmpty();
        assertThat(other.registry().accounts()).isEmpty();
    }

    @Test
    void ownChangesAreInForceWhileHeld() {
        loseAllAccounts();

        node.put(Kind.GROUP, "night", "{}");
        other.node().poll();

        assertThat(held(node)).isPresent();
        assertThat(node.registry().groups()).containsKey("night");
        assertThat(node.registry().accounts()).hasSize(ACCOUNTS);
        assertThat(other.registry().groups()).containsKey("night");
        assertThat(other.registry().accounts()).hasSize(ACCOUNTS);
    }

    @Test
    void changeRightAfterALossDoesNotBringIt() {
        deleteAccounts("select name from account");
        newRevision();

        node.put(Kind.GROUP, "night", "{}");

        assertThat(held(node)).isPresent();
        assertThat(node.registry().accounts()).hasSize(ACCOUNTS);
        assertThat(node.registry().groups()).containsKey("night");
    }

    @Test
    void acceptedLossIsInForceOnEveryNode() {
        loseAllAccounts();

        int changes = node.held().accept(ADMIN).getJsonArray("changes").size();
        other.node().poll();

        assertThat(changes).isEqualTo(ACCOUNTS);
        assertThat(node.registry().accounts()).isEmpty();
        assertThat(other.registry().accounts()).isEmpty();
        assertThat(held(node)).isEmpty();
        assertThat(held(other)).isEmpty();
        AuditRecord record = node.audit(1).get(0);
        assertThat(record.kind()).isEqualTo("registry");
        assertThat(record.after().getString("decision")).isEqualTo("accept");
    }

    @Test
    void rejectedLossIsWrittenBack() {
        Account before = node.registry().accounts().get("a3");
        loseAllAccounts();

        node.held().reject(ADMIN);
        other.node().poll();
        AdministrationNode fresh = new AdministrationNode(database.node());
        fresh.node().refresh().refresh();

        assertThat(held(node)).isEmpty();
        assertThat(held(other)).isEmpty();
        assertThat(fresh.registry().accounts()).hasSize(ACCOUNTS);
        assertThat(fresh.registry().accounts().get("a3").passwordHash())
                .isEqualTo(before.passwordHash());
        assertThat(other.registry().accounts()).isEqualTo(fresh.registry().accounts());
    }

    @Test
    void dryRunDecidesNothing() {
        loseAllAccounts();

        node.held().reject(new WriteOptions("admin", null, true));

        assertThat(held(node)).isPresent();
        node.node().review();
        assertThat(held(node)).isPresent();
    }

    @Test
    void nothingHeldNothingToDecide() {
        assertThatThrownBy(() -> node.held().accept(ADMIN))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(node.held().show().toString()).isEqualTo("{\"held\":false}");
    }

    @Test
    void oldCopyIsHeldUntilRejected() {
        long inForce = node.registry().revision();
        sql("update registry_revision set revision = revision - 4");
        sql("delete from registry_change where revision > " + (inForce - 4));
        sql("update account set enabled = false where name = 'a2'");
        deleteAccounts("'a9'");

        node.node().poll();
        other.node().poll();
        node.node().review();

        assertThat(held(node).orElseThrow().reason()).isEqualTo(Reason.WENT_BACK);
        assertThat(node.registry().accounts()).containsKey("a9");
        node.held().reject(ADMIN);
        other.node().poll();
        assertThat(node.registry().revision()).isGreaterThan(inForce);
        assertThat(other.registry()).usingRecursiveComparison().isEqualTo(node.registry());
        assertThat(node.registry().accounts().get("a2").enabled()).isTrue();
        assertThat(held(other)).isEmpty();
    }

    @Test
    void repairedLossIsHeldNoLonger() {
        List<String> names = List.copyOf(node.registry().accounts().keySet());
        loseAllAccounts();

        names.forEach(name -> node.put(Kind.ACCOUNT, name, "{}"));
        node.node().review();

        assertThat(held(node)).isEmpty();
        assertThat(node.registry().accounts()).hasSize(ACCOUNTS);
    }

    private void deleteAccounts(String names) {
        sql("delete from account_role where account in (" + names + ")");
        sql("delete from account where name in (" + names + ")");
    }

    private void loseAllAccounts() {
        deleteAccounts("select name from account");
        newRevision();
        node.node().poll();
        other.node().poll();
        assertThat(held(node)).isPresent();
        assertThat(held(other)).isPresent();
    }

    private static Optional<HeldRevision> held(AdministrationNode one) {
        return one.node().registries().held();
    }

    private void newRevision() {
        node.node().transaction(() -> new Revisions(node.node().entityManager()).next());
    }

    private void sql(String statement) {
        node.node()
                .transaction(
                        () ->
                                node.node()
                                        .entityManager()
                                        .createNativeQuery(statement)
                                        .executeUpdate());
    }
}
