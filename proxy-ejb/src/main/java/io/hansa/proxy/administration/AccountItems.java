package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.AccountJson;
import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.NewPasswords;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Subject;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Accounts. At least one enabled account always has the role ADMIN. */
@Dependent
class AccountItems implements ReplaceableItems<Account> {
    private final Accounts accounts;
    private final NewPasswords passwords;

    @Inject
    AccountItems(Accounts accounts, NewPasswords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public Kind kind() {
        return Kind.ACCOUNT;
    }

    @Override
    public List<Account> all() {
        return accounts.all();
    }

    @Override
    public Optional<Account> find(String name) {
        return accounts.find(name);
    }

    @Override
    public Item item(Account account) {
        return new Item(account.name(), AccountJson.print(account), account.version());
    }

    @Override
    public Function<Optional<Account>, Account> parse(String name, JsonObject json) {
        return AccountJson.parse(name, json, passwords);
    }

    @Override
    public Account put(Account account, long revision) {
        if (!administers(account)) {
            requireAnotherAdministrator(account.name());
        }
        return accounts.put(account, revision);
    }

    /**
     * The account's JSON does not contain the password, so the audit record states its change
     * separately.
     */
    @Override
    public JsonObject recorded(Account before, Account after) {
        boolean changed = !Objects.equals(before.passwordHash(), after.passwordHash());
        return Json.createObjectBuilder(item(after).json()).add("passwordChanged", changed).build();
    }

    @Override
    public void remove(String name) {
        requireAnotherAdministrator(name);
        accounts.remove(name);
    }

    @Override
    public Optional<Subject> subject(String name) {
        return Optional.of(Subject.account(name));
    }

    private void requireAnotherAdministrator(String name) {
        if (accounts.find(name).filter(AccountItems::administers).isPresent()
                && !accounts.haveAdministratorBesides(name)) {
            throw Failure.of(
                    ErrorCode.CHANGE_CONFLICT,
                    "The account "
                            + name
                            + " is the last enabled account with the role ADMIN;"
                            + " enable or create another administrator first.");
        }
    }

    private static boolean administers(Account account) {
        return account.enabled() && account.roles().contains(Role.ADMIN);
    }
}
