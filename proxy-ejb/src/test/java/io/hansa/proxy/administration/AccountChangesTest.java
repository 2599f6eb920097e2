package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Revisions;
import io.hansa.proxy.registry.SharedDatabase;
import jakarta.json.JsonObject;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends an account's tokens, and what does not, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class AccountChangesTest {
    private static final WriteOptions CAROL = new WriteOptions("carol", "a lost laptop", false);
    private static final WriteOptions SHOP = WriteOptions.by("shop");

    private final AdministrationNode node;
    private final AccountChanges changes;

    AccountChangesTest(SharedDatabase shared) {
        node = AdministrationNode.onEmpty(shared.get());
        var entityManager = node.node().entityManager();
        changes =
                new AccountChanges(
                        new Revisions(entityManager),
                        new Accounts(entityManager),
                        new AuditTrail(new AuditRecords(entityManager), Clock.systemUTC()));
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"shop-demo\",\"groups\":[\"retail\"]}");
    }

    @Test
    void revokingEndsTokensAndNothingElse() {
        Account before = shop();

        within(() -> changes.endTokens("shop", CAROL));

        Account after = shop();
        assertThat(after.tokenGeneration()).isGreaterThan(before.tokenGeneration());
        assertThat(after.credentials().tokensFrom()).isNotNull();
        assertThat(after.passwordHash()).isEqualTo(before.passwordHash());
        assertThat(after.groups()).containsExactly("retail");
        AuditRecord audited = node.audit(1).get(0);
        assertThat(audited.who()).isEqualTo("carol");
        assertThat(audited.after().getBoolean("tokensRevoked")).isTrue();
        assertThat(audited.reason()).isEqualTo("a lost laptop");
    }

    @Test
    void dryRunTellsTheEndOfTokensAndChangesNothing() {
        Account before = shop();
        WriteOptions dryRun = new WriteOptions("carol", null, true);

        JsonObject plan = Outcome.planOf(() -> within(() -> changes.endTokens("shop", dryRun)));

        JsonObject change = plan.getJsonArray("changes").getJsonObject(0);
        assertThat(change.getString("key")).isEqualTo("shop");
        assertThat(change.getJsonObject("after").getBoolean("tokensRevoked")).isTrue();
        assertThat(plan.getJsonArray("consequences").getJsonObject(0).getString("code"))
                .isEqualTo("tokens-end");
        node.node().poll();
        assertThat(shop()).isEqualTo(before);
        assertThat(node.audit(1).get(0).action()).isEqualTo(AuditRecord.Action.CREATED);
    }

    @Test
    void dryRunOfAnOwnPasswordChangesNothing() {
        Account before = shop();
        WriteOptions dryRun = new WriteOptions("shop", null, true);
        String old = before.passwordHash();

        JsonObject plan =
                Outcome.planOf(
                        () -> within(() -> changes.changePassword("shop", old, "new", dryRun)));

        assertThat(plan.toString()).contains("passwordChanged").doesNotContain("\"new\"");
        node.node().poll();
        assertThat(shop()).isEqualTo(before);
    }

    @Test
    void anUnknownAccountsTokensAreNotFound() {
        assertThatThrownBy(() -> within(() -> changes.endTokens("nobody", CAROL)))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void anOwnNewPasswordEndsTokens() {
        Account before = shop();
        String hash = Hashing.hash("another one");

        within(() -> changes.changePassword("shop", before.passwordHash(), hash, SHOP));

        Account after = shop();
        assertThat(after.passwordHash()).isEqualTo(hash);
        assertThat(after.tokenGeneration()).isGreaterThan(before.tokenGeneration());
        assertThat(after.groups()).containsExactly("retail");
        AuditRecord audited = node.audit(1).get(0);
        assertThat(audited.who()).isEqualTo("shop");
        assertThat(audited.after().getBoolean("passwordChanged")).isTrue();
        assertThat(audited.after().toString()).doesNotContain(hash);
    }

    @Test
    void aPasswordThatChangedMeanwhileStays() {
        Account before = shop();

        assertThatThrownBy(
                        () ->
                                within(
                                        () ->
                                                changes.changePassword(
                                                        "shop", "another hash", "new", SHOP)))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CHANGE_CONFLICT));
        assertThat(shop().passwordHash()).isEqualTo(before.passwordHash());
    }

    @Test
    void aRenewedHashEndsNoTokens() {
        Account before = shop();

        within(() -> changes.replaceHash("shop", before.passwordHash(), "renewed"));
        within(() -> changes.replaceHash("shop", before.passwordHash(), "too late"));

        Account after = shop();
        assertThat(after.passwordHash()).isEqualTo("renewed");
        assertThat(after.tokenGeneration()).isEqualTo(before.tokenGeneration());
        assertThat(after.version()).isEqualTo(before.version());
    }

    private void within(Runnable change) {
        node.node()
                .transaction(
                        () -> {
                            change.run();
                            return null;
                        });
        node.node().poll();
    }

    /** In force on this node, as requests see it. */
    private Account shop() {
        return node.registry().accounts().get("shop");
    }
}
