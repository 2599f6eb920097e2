package io.hansa.proxy.administration;

import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.authentication.OutdatedHashes;
import io.hansa.proxy.failure.Failure;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;

/**
 * Stores a password under the parameters of today when it is shown the next time. Where the node
 * has no room for that, a later sign-in does it. Safe for many threads.
 */
@ApplicationScoped
public class RenewHashes implements OutdatedHashes {
    private static final Logger LOG = System.getLogger(RenewHashes.class.getName());

    @Resource private ManagedExecutorService executor;
    private AccountChanges changes;
    private PasswordHasher hasher;

    protected RenewHashes() {}

    @Inject
    RenewHashes(AccountChanges changes, PasswordHasher hasher) {
        this.changes = changes;
        this.hasher = hasher;
    }

    @Override
    public void found(String account, String hash, String password) {
        try {
            hasher.hashLater(password)
                    .thenAcceptAsync(renewed -> store(account, hash, renewed), executor);
        } catch (Failure | RejectedExecutionException noRoom) {
            LOG.log(Level.DEBUG, "The hash of {0} is renewed at a later sign-in.", account);
        }
    }

    private void store(String account, String hash, String renewed) {
        try {
            changes.replaceHash(account, hash, renewed);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-2101 The password of %s could not be stored under new parameters. The next sign-in tries again."
                            .formatted(account),
                    failure);
        }
    }
}
