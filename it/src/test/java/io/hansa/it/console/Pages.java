package io.hansa.it.console;

import io.hansa.it.console.ConsoleSite.Role;
import java.util.ArrayList;
import java.util.List;

/** The addresses of all pages, with items that {@link Samples} makes. */
final class Pages {
    private static final List<String> READABLE =
            List.of(
                    "overview",
                    "operating",
                    "servers",
                    "servers/sample-server",
                    "traces",
                    "workbench",
                    "workbench/+decode",
                    "workbench/+assist",
                    "accounts",
                    "accounts/sample-account",
                    "groups",
                    "groups/sample-group",
                    "permissions",
                    "permissions/+explain?subject=account:sample-account&capability=console.sample",
                    "permissions/+expiring",
                    "permissions/+unused",
                    "permissions/+dangling",
                    "capabilities",
                    "capabilities/console.sample",
                    "peers",
                    "peers/sample-peer",
                    "document",
                    "audit",
                    "keys",
                    "held",
                    "me",
                    "no-such-page");

    private static final List<String> WRITABLE =
            List.of(
                    "servers/+new",
                    "accounts/+new",
                    "groups/+new",
                    "permissions/+new",
                    "permissions/+bulk",
                    "capabilities/+new",
                    "peers/+new");

    private Pages() {}

    /** What somebody with the role finds in menus and behind buttons. */
    static List<String> of(Role role) {
        return switch (role) {
            case CALLER -> List.of("me");
            case ADMIN -> {
                List<String> all = new ArrayList<>(READABLE);
                all.addAll(WRITABLE);
                yield all;
            }
            default -> READABLE;
        };
    }

    /** For the name of a file. */
    static String named(String page) {
        return page.replaceAll("\\?.*", "").replace('/', '-').replace("+", "");
    }
}
