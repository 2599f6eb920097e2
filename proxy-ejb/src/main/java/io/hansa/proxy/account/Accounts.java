package io.hansa.proxy.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The accounts in the database. For the registry's loading and for administration, within their
 * transactions; a request reads the registry in force instead.
 */
@Dependent
public class Accounts {
    private final EntityManager entityManager;

    @Inject
    public Accounts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All, by name. */
    public List<Account> all() {
        return entityManager
                .createQuery(
                        """
                        select distinct a from Account a
                        left join fetch a.groups left join fetch a.roles order by a.name""",
                        AccountRow.class)
                .getResultStream()
                .map(AccountRow::value)
                .toList();
    }

    public Optional<Account> find(String name) {
        return Optional.ofNullable(entityManager.find(AccountRow.class, name))
                .map(AccountRow::value);
    }

    /** Whether any account has the role of administrator, enabled or not. */
    public boolean haveAdministrator() {
        return count("select count(a) from Account a where ?1 member of a.roles", Role.ADMIN) > 0;
    }

    /** Whether somebody could still administer if the named account could not. */
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
     * @param revision of the registry with this change
     * @return the account with its new version
     */
    public Account put(Account account, long revision) {
        AccountRow row = entityManager.find(AccountRow.class, account.name());
        if (row == null) {
            row = new AccountRow(account.name(), revision);
            row.take(account);
            entityManager.persist(row);
        } else {
            row.take(account);
        }
        entityManager.flush();
        return row.value();
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
