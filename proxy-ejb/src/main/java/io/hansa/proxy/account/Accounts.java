package io.hansa.proxy.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts in the database. The registry's loading and the administration use it within their
 * transactions. A request reads the registry in force instead.
 */
@Dependent
public class Accounts {
    private final EntityManager entityManager;

    @Inject
    public Accounts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * All accounts, by name. They are read as plain rows, because a registry may hold very many and
     * entities would take ten times the memory.
     */
    public List<Account> all() {
        return read(List.of());
    }

    /**
     * Those that exist, by name, read as {@link #all} does.
     *
     * @param names as many as one query takes
     */
    public List<Account> find(Collection<String> names) {
        return names.isEmpty() ? List.of() : read(names);
    }

    /**
     * @param names empty: all accounts
     */
    private List<Account> read(Collection<String> names) {
        Map<String, Set<String>> groups =
                sets("select a.name, g from Account a join a.groups g", names);
        Map<String, Set<Role>> roles =
                sets("select a.name, r from Account a join a.roles r", names);
        return query(
                        """
                        select a.name, a.passwordHash, a.enabled, a.rateLimitPermits,
                            a.rateLimitPerMillis, a.createdRevision + a.version,
                            a.tokenGeneration, a.passwordTemporary, a.tokensFrom
                        from Account a""",
                        names)
                .getResultStream()
                .map(
                        row ->
                                new Account(
                                        (String) row[0],
                                        groups.getOrDefault((String) row[0], Set.of()),
                                        roles.getOrDefault((String) row[0], Set.of()),
                                        (Boolean) row[2],
                                        AccountRow.rateLimit((Long) row[3], (Long) row[4]),
                                        (Long) row[5],
                                        new Credentials(
                                                (String) row[1],
                                                (Boolean) row[7],
                                                (Long) row[6],
                                                (Instant) row[8])))
                .toList();
    }

    private TypedQuery<Object[]> query(String select, Collection<String> names) {
        return names.isEmpty()
                ? entityManager.createQuery(select + " order by a.name", Object[].class)
                : entityManager
                        .createQuery(select + " where a.name in ?1 order by a.name", Object[].class)
                        .setParameter(1, names);
    }

    /**
     * The members by account. Equal sets are shared, because most accounts have the same members.
     */
    @SuppressWarnings("unchecked")
    private <M> Map<String, Set<M>> sets(String select, Collection<String> names) {
        Map<String, Set<M>> byAccount = new HashMap<>();
        query(select, names)
                .getResultStream()
                .forEach(
                        row ->
                                byAccount
                                        .computeIfAbsent((String) row[0], name -> new HashSet<>(2))
                                        .add((M) row[1]));
        Map<Set<M>, Set<M>> equal = new HashMap<>();
        byAccount.replaceAll((name, members) -> equal.computeIfAbsent(members, Set::copyOf));
        return byAccount;
    }

    public Optional<Account> find(String name) {
        return Optional.ofNullable(entityManager.find(AccountRow.class, name))
                .map(AccountRow::value);
    }

    /** Whether any account has the role ADMIN, enabled or not. */
    public boolean haveAdministrator() {
        return count("select count(a) from Account a where ?1 member of a.roles", Role.ADMIN) > 0;
    }

    /** Whether an enabled administrator other than the named account exists. */
    public boolean haveAdministratorBesides(String name) {
        return count(
                        """
                        select count(a) from Account a
                        where ?1 member of a.roles and a.enabled = true and a.name <> ?2""",
                        Role.ADMIN,
                        name)
                > 0;
    }

    /**
     * Creates or replaces the account of that name.
     *
     * @param revision the registry's revision that contains this change
     * @return the account with its new version
     */
    public Account put(Account account, long revision) {
        AccountRow row = entityManager.find(AccountRow.class, account.name());
        if (row == null) {
            row = new AccountRow(account.name(), revision);
            row.apply(account, revision);
            entityManager.persist(row);
        } else {
            row.apply(account, revision);
        }
        entityManager.flush();
        return row.value();
    }

    /** Ends all tokens of the account that were issued before. */
    public Account endTokens(String name, long revision) {
        AccountRow row = entityManager.find(AccountRow.class, name);
        row.endTokens(revision);
        entityManager.flush();
        return row.value();
    }

    /**
     * Puts another hash of the same password in the place of the old one. Neither tokens nor the
     * account's version change.
     *
     * @return false where the account has another password by now, or is gone
     */
    public boolean replaceHash(String name, String old, String hash) {
        return entityManager
                        .createQuery(
                                """
                                update Account a set a.passwordHash = ?1
                                where a.name = ?2 and a.passwordHash = ?3""")
                        .setParameter(1, hash)
                        .setParameter(2, name)
                        .setParameter(3, old)
                        .executeUpdate()
                == 1;
    }

    public void remove(String name) {
        entityManager.remove(entityManager.find(AccountRow.class, name));
        entityManager.flush();
    }

    private long count(String query, Object... values) {
        var counting = entityManager.createQuery(query, Long.class);
        for (int i = 0; i < values.length; i++) {
            counting.setParameter(i + 1, values[i]);
        }
        return counting.getSingleResult();
    }
}
