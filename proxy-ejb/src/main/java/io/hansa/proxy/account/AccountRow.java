package io.hansa.proxy.account;

import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.configuration.DatabaseClock;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The database row of an account. Only {@link Accounts} uses it. */
@Entity(name = "Account")
@Table(name = "account")
class AccountRow {
    @Id private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @ElementCollection
    @CollectionTable(name = "account_group", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "group_name")
    private Set<String> groups = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "role_name")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    private boolean enabled;

    @Column(name = "rate_limit_permits")
    private Long rateLimitPermits;

    @Column(name = "rate_limit_per_millis")
    private Long rateLimitPerMillis;

    @Column(name = "created_revision", updatable = false)
    private long createdRevision;

    @Column(name = "token_generation")
    private long tokenGeneration;

    @Column(name = "password_temporary")
    private boolean passwordTemporary;

    @Column(name = "tokens_from")
    private Instant tokensFrom;

    @Version private long version;

    protected AccountRow() {}

    AccountRow(String name, long createdRevision) {
        this.name = name;
        this.createdRevision = createdRevision;
        this.tokenGeneration = createdRevision;
    }

    /**
     * @param revision the registry's revision that contains this change
     */
    void apply(Account account, long revision) {
        boolean another = !Objects.equals(passwordHash, account.passwordHash());
        if (another || enabled && !account.enabled()) {
            endTokens(revision);
        }
        if (another) {
            passwordHash = account.passwordHash();
            passwordTemporary = account.credentials().temporary();
        }
        enabled = account.enabled();
        groups.retainAll(account.groups());
        groups.addAll(account.groups());
        roles.retainAll(account.roles());
        roles.addAll(account.roles());
        RateLimit limit = account.rateLimit();
        rateLimitPermits = limit == null ? null : limit.permits();
        rateLimitPerMillis = limit == null ? null : limit.perMillis();
    }

    /** Tokens that were issued before this moment are not accepted any more. */
    void endTokens(long revision) {
        if (revision != createdRevision) {
            tokensFrom = DatabaseClock.now().truncatedTo(ChronoUnit.MICROS);
        }
        tokenGeneration = revision;
    }

    Account value() {
        return new Account(
                name,
                groups,
                roles,
                enabled,
                rateLimit(rateLimitPermits, rateLimitPerMillis),
                createdRevision + version,
                new Credentials(passwordHash, passwordTemporary, tokenGeneration, tokensFrom));
    }

    static RateLimit rateLimit(Long permits, Long perMillis) {
        return permits == null ? null : new RateLimit(permits, perMillis);
    }
}
