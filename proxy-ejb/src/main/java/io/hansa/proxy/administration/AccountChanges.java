package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.AccountJson;
import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Credentials;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Part;
import io.hansa.proxy.registry.Revisions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** Changes of one account's credentials, each in a transaction of its own. */
@Dependent
class AccountChanges {
    private final Revisions revisions;
    private final Accounts accounts;
    private final AuditTrail audit;

    @Inject
    AccountChanges(Revisions revisions, Accounts accounts, AuditTrail audit) {
        this.revisions = revisions;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Ends the account's tokens.
     *
     * @throws Outcome.RolledBack with the plan, if this is a dry run
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void endTokens(String name, WriteOptions options) {
        long revision = revisions.next();
        Account before = existing(name);
        Account after = accounts.endTokens(name, revision);
        record(revision, before, with(after, "tokensRevoked"), options);
    }

    /**
     * Gives the account another password, by its own wish. Its tokens end.
     *
     * @param old the hash of the password that was shown
     * @param options by the account itself
     * @throws Outcome.RolledBack with the plan, if this is a dry run
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void changePassword(String name, String old, String hash, WriteOptions options) {
        long revision = revisions.next();
        Account before = existing(name);
        if (!before.enabled() || !old.equals(before.passwordHash())) {
            throw Failure.of(
                    ErrorCode.CHANGE_CONFLICT,
                    "The account was disabled or its password changed in the meantime; ask an administrator.");
        }
        Account after =
                accounts.put(
                        new Account(
                                name,
                                before.groups(),
                                before.roles(),
                                true,
                                before.rateLimit(),
                                0,
                                new Credentials(hash, false, 0, null)),
                        revision);
        record(revision, before, with(after, "passwordChanged"), options);
    }

    /**
     * Stores the same password under new parameters. No audit record: nothing changes for the
     * account.
     *
     * @return whether the account still had the old hash
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean replaceHash(String name, String old, String hash) {
        long revision = revisions.next();
        boolean replaced = accounts.replaceHash(name, old, hash);
        revisions.note(revision, Part.ACCOUNT, name);
        return replaced;
    }

    private Account existing(String name) {
        return accounts.find(name)
                .orElseThrow(
                        () ->
                                Failure.of(
                                        ErrorCode.NOT_FOUND,
                                        "There is no account %s; list the accounts for those that exist."
                                                .formatted(name)));
    }

    private void record(long revision, Account before, JsonObject after, WriteOptions options) {
        String name = before.name();
        JsonObject was = AccountJson.print(before);
        revisions.note(revision, Part.ACCOUNT, name);
        audit.replaced(options.by(), Kind.ACCOUNT, new Item(name, was, 0), after, options.reason());
        if (options.dryRun()) {
            throw new Outcome.RolledBack(
                    new Outcome(
                            revision,
                            null,
                            List.of(),
                            List.of(new Changed(Kind.ACCOUNT, name, was, after)),
                            List.of(tokensEnd(name))));
        }
    }

    private static Consequence tokensEnd(String name) {
        return Consequence.info(
                "tokens-end",
                "All tokens that account:%s has been issued so far end.".formatted(name),
                List.of("account:" + name));
    }

    private static JsonObject with(Account account, String what) {
        return JSON.createObjectBuilder(AccountJson.print(account)).add(what, true).build();
    }
}
