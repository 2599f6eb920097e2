package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.NewPasswords;
import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.RegistryRefresh;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Semaphore;

/**
 * An account changes its own password. It shows the old one, whose guessing is slowed like that of
 * a sign-in. Two changes at a time: each waits for two hashes, on a thread that others need. Safe
 * for many threads.
 */
@ApplicationScoped
public class ChangeOwnPassword {
    private static final int MAX_AT_ONCE = 2;

    private final Semaphore permits = new Semaphore(MAX_AT_ONCE);
    private AccountChanges changes;
    private Authentication authentication;
    private NewPasswords passwords;
    private Registries registries;
    private RegistryRefresh refresh;

    protected ChangeOwnPassword() {}

    @Inject
    ChangeOwnPassword(
            AccountChanges changes,
            Authentication authentication,
            NewPasswords passwords,
            Registries registries,
            RegistryRefresh refresh) {
        this.changes = changes;
        this.authentication = authentication;
        this.passwords = passwords;
        this.registries = registries;
        this.refresh = refresh;
    }

    /**
     * @param json the members {@code old} and {@code new}
     * @param options by the account itself
     * @return the plan of a dry run; null where the password was changed
     * @throws Failure AUTHENTICATION_FAILED if {@code old} is wrong; REQUEST_INVALID if the new one
     *     is against the rules; GUESSING_SLOWED; OVERLOADED
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject change(
            JsonObject json, WriteOptions options, IngressPoint arrival, String traceId) {
        String account = options.by();
        Document document = new Document("password", json);
        String old = document.requiredText("old");
        String next = document.requiredText("new");
        document.end();
        if (!permits.tryAcquire()) {
            throw Failure.of(
                            ErrorCode.OVERLOADED,
                            "Other accounts change their passwords at this moment; try again.")
                    .with("retryAfterSeconds", 1);
        }
        JsonObject plan;
        try {
            Account shown = signedIn(account, old, arrival, traceId);
            requireAllowed(document, account, old, next);
            String hash = passwords.hash(next);
            plan =
                    Outcome.planOf(
                            () ->
                                    changes.changePassword(
                                            account, shown.passwordHash(), hash, options));
        } finally {
            permits.release();
        }
        if (plan == null) {
            refresh.refresh();
        }
        return plan;
    }

    private Account signedIn(String account, String old, IngressPoint arrival, String traceId) {
        String both =
                Base64.getEncoder()
                        .encodeToString((account + ":" + old).getBytes(StandardCharsets.UTF_8));
        try {
            return PasswordHasher.await(
                    authentication.passwordToChange(
                            registries.current(), new SignIn("Basic " + both, arrival, traceId)));
        } catch (Failure refused) {
            if (refused.code() == ErrorCode.AUTHENTICATION_FAILED) {
                throw Failure.of(
                        ErrorCode.AUTHENTICATION_FAILED,
                        "old is not the password of %s; nothing was changed.".formatted(account));
            }
            throw refused;
        }
    }

    private void requireAllowed(Document document, String account, String old, String next) {
        passwords
                .fault(account, next)
                .ifPresent(
                        fault -> {
                            throw document.wrong("new", fault.state(), fault.remedy());
                        });
        if (next.equals(old)) {
            throw document.wrong("new", "the old password", "choose another");
        }
    }
}
