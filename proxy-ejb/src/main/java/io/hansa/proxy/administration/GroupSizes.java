package io.hansa.proxy.administration;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * How many accounts each group has. Counted once for each state of the accounts, because a list
 * asks for many groups. Safe for many threads.
 */
@ApplicationScoped
class GroupSizes {
    private record Counted(Map<String, Account> accounts, Map<String, Integer> sizes) {}

    private volatile Counted counted = new Counted(Map.of(), Map.of());

    int of(Registry registry, String group) {
        Counted current = counted;
        if (current.accounts != registry.accounts()) {
            current = count(registry.accounts());
            counted = current;
        }
        return current.sizes.getOrDefault(group, 0);
    }

    private static Counted count(Map<String, Account> accounts) {
        Map<String, Integer> sizes = new HashMap<>();
        for (Account account : accounts.values()) {
            account.groups().forEach(group -> sizes.merge(group, 1, Integer::sum));
        }
        return new Counted(accounts, sizes);
    }
}
