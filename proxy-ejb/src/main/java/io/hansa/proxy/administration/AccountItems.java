package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.AccountJson;
import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.NewPasswords;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.QueryText;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Accounts. At least one enabled account always has the role ADMIN. */
@Dependent
class AccountItems implements Items<Account> {
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
    public Optional<Account> find(String name) {
        return accounts.find(name);
    }

    @Override
    public String key(Account account) {
        return account.name();
    }

    @Override
    public JsonObject print(Account account) {
        return AccountJson.print(account);
    }

    @Override
    public Map<String, Account> in(Registry registry) {
        return registry.accounts();
    }

    @Override
    public List<String> texts(Account account) {
        return List.of(account.name());
    }

    @Override
    public Map<String, Function<String, Predicate<Account>>> filters() {
        return Map.of(
                "group", group -> account -> account.groups().contains(group),
                "role", AccountItems::role,
                "enabled", AccountItems::enabled);
    }

    private static Predicate<Account> role(String text) {
        Role role = QueryText.constant("role", text, Role.class);
        return account -> account.roles().contains(role);
    }

    private static Predicate<Account> enabled(String text) {
        boolean enabled = QueryText.flag("enabled", text);
        return account -> account.enabled() == enabled;
    }

    @Override
    public Set<String> readOnly() {
        return Set.of("passwordSet");
    }

    @Override
    public boolean same(Account before, Account after) {
        return Objects.equals(before.passwordHash(), after.passwordHash())
                && print(before).equals(print(after));
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
        return JSON.createObjectBuilder(print(after)).add("passwordChanged", changed).build();
    }

    @Override
    public void remove(String name) {
        requireAnotherAdministrator(name);
        accounts.remove(name);
    }

    private void requireAnotherAdministrator(String name) {
        if (accounts.find(name).filter(AccountItems::administers).isPresent()
                && !accounts.haveAdministratorBesides(name)) {
            throw Failure.of(
                    ErrorCode.IN_USE,
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
