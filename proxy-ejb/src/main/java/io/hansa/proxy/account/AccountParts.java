package io.hansa.proxy.account;

import io.hansa.proxy.configuration.HashingLimits;
import io.hansa.proxy.configuration.PasswordRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Produces the beans of this package. */
@ApplicationScoped
class AccountParts {
    @Produces
    @Singleton
    PasswordHasher hasher(HashingLimits limits) {
        return new PasswordHasher(limits);
    }

    /**
     * Without this, the hasher's threads would keep the undeployed application's classes in memory.
     */
    void close(@Disposes PasswordHasher hasher) {
        hasher.close();
    }

    @Produces
    @Singleton
    NewPasswords newPasswords(PasswordRules rules, PasswordHasher hasher) {
        return new NewPasswords(rules, hasher);
    }
}
