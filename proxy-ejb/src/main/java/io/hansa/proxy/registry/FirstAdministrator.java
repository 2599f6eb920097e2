package io.hansa.proxy.registry;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.AccountJson;
import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Credentials;
import io.hansa.proxy.account.NewPasswords;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Lets the first administrator in; there is no default password. */
@Dependent
public class FirstAdministrator {
    static final String NAME = "admin";
    private static final System.Logger LOG = System.getLogger(FirstAdministrator.class.getName());

    private final Revisions revisions;
    private final Accounts accounts;
    private final AuditRecords auditRecords;
    private final Clock clock;
    private final NewPasswords passwords;
    private final OneTimePassword oneTime;

    @Inject
    public FirstAdministrator(
            Revisions revisions,
            Accounts accounts,
            AuditRecords auditRecords,
            Clock clock,
            NewPasswords passwords,
            OneTimePassword oneTime) {
        this.revisions = revisions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.auditRecords = auditRecords;
        this.clock = clock;
        this.oneTime = oneTime;
    }

    /**
     * Creates the account {@code admin} where no account has the role of administrator.
     *
     * @param password {@code hansa.admin.password}
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void create(Optional<String> password) {
        if (accounts.haveAdministrator()) {
            return;
        }
        long revision = revisions.next();
        if (accounts.haveAdministrator()) {
            return;
        }
        if (accounts.find(NAME).isPresent()) {
            revisions.note(revision, Part.ACCOUNT, NAME);
            LOG.log(
                    WARNING,
                    "HANSA-3301 No account can administer this proxy: remove the account admin, which lacks the role"
                            + " ADMIN, from the database and start the proxy again.");
        } else if (password.isPresent()) {
            warnAboutRules(password.get());
            put(password.get(), false, revision);
            LOG.log(INFO, "HANSA-3302 The first administrator is the account admin.");
        } else {
            putWithOneTimePassword(revision);
        }
    }

    private void putWithOneTimePassword(long revision) {
        try {
            put(oneTime.create(), true, revision);
            LOG.log(
                    WARNING,
                    "HANSA-3303 HANSA_ADMIN_PASSWORD is not set. The account admin has a one-time password, which is in"
                            + " the file {0}. Change it with PUT /api/v1/account/password; until then"
                            + " everything else is refused.",
                    oneTime.file());
        } catch (IOException unwritable) {
            revisions.note(revision, Part.ACCOUNT, NAME);
            LOG.log(
                    ERROR,
                    "HANSA-3304 No account can administer this proxy: the file {0} for a one-time password cannot be"
                            + " written ({1}). Set HANSA_ADMIN_PASSWORD and start it again.",
                    oneTime.file(),
                    unwritable.getMessage());
        }
    }

    private void warnAboutRules(String password) {
        passwords
                .fault(NAME, password)
                .ifPresent(
                        fault ->
                                LOG.log(
                                        WARNING,
                                        "HANSA-3305 HANSA_ADMIN_PASSWORD is {0}; {1}. It is used all the"
                                                + " same: change it before others can reach this node.",
                                        fault.state(),
                                        fault.remedy()));
    }

    private void put(String password, boolean temporary, long revision) {
        Account admin =
                accounts.put(
                        new Account(
                                NAME,
                                Set.of(),
                                Set.of(Role.ADMIN),
                                true,
                                null,
                                0,
                                new Credentials(passwords.hash(password), temporary, 0, null)),
                        revision);
        revisions.note(revision, Part.ACCOUNT, NAME);
        auditRecords.append(
                AuditRecord.of(
                        clock.instant(), "start", "account", NAME, null, AccountJson.print(admin)));
    }
}
