package io.hansa.proxy.account;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.capability.RateLimitJson;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.Name;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An account as JSON of the administration API. The printed form contains neither the password nor
 * its hash.
 */
public final class AccountJson {
    private AccountJson() {}

    /**
     * Parses an account. Hashes a password in it, which takes tens of milliseconds.
     *
     * @param passwords checks the password against the rules and hashes it
     * @return creates the account from the existing one; keeps that one's password if the document
     *     contains none
     */
    public static Function<Optional<Account>, Account> parse(
            String name, JsonObject json, NewPasswords passwords) {
        Document document = new Document("account", json);
        Name.check("name", name);
        Optional<String> password = document.text("password");
        password.flatMap(text -> passwords.fault(name, text))
                .ifPresent(
                        fault -> {
                            throw document.wrong("password", fault.state(), fault.remedy());
                        });
        Set<String> groups = document.names("groups").orElse(Set.of());
        Set<Role> roles = document.choices("roles", Role.class).orElse(Set.of(Role.CALLER));
        boolean enabled = document.flag("enabled", true);
        RateLimit rateLimit = RateLimitJson.parse(document);
        Optional<String> given = document.text("passwordHash").map(hash -> hash(document, hash));
        if (password.isPresent() && given.isPresent()) {
            throw document.refused(
                    "passwordHash", "An account has password or passwordHash; leave one out.");
        }
        document.same("name", name);
        document.end();
        groups.forEach(group -> GroupJson.requireNoRole(document, group));
        Optional<String> hash = password.map(passwords::hash).or(() -> given);
        return before ->
                new Account(
                        name,
                        hash.or(() -> before.map(Account::passwordHash)).orElse(null),
                        groups,
                        roles,
                        enabled,
                        rateLimit,
                        0);
    }

    private static String hash(Document document, String hash) {
        try {
            PasswordHash.parse(hash);
            return hash;
        } catch (IllegalArgumentException refused) {
            throw document.refused("passwordHash", refused.getMessage());
        }
    }

    public static JsonObject print(Account account) {
        return JSON.createObjectBuilder()
                .add("name", account.name())
                .add("groups", sorted(account.groups()))
                .add("roles", sorted(account.roles()))
                .add("enabled", account.enabled())
                .add("rateLimit", RateLimitJson.print(account.rateLimit()))
                .add("passwordSet", account.passwordHash() != null)
                .build();
    }

    private static JsonArray sorted(Collection<?> texts) {
        var array = JSON.createArrayBuilder();
        texts.stream().map(Object::toString).sorted().forEach(array::add);
        return array.build();
    }
}
