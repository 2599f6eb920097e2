package io.hansa.proxy.administration;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.QueryText;
import io.hansa.proxy.registry.Part;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of item in the registry, in the order in which one names another. */
public enum Kind {
    GROUP("group", "groups", Part.GROUP),
    ACCOUNT("account", "accounts", Part.ACCOUNT),
    CAPABILITY("capability", "capabilities", Part.CAPABILITY),
    SERVER("server", "servers", Part.SERVER),
    PEER("peer", "peers", Part.PEER),
    PERMISSION("permission", "permissions", Part.PERMISSION),
    BREAKER("breaker", "breakers", Part.BREAKER),
    OVERRIDE("override", "overrides", Part.OVERRIDE);

    private final String word;
    private final String plural;
    private final Part part;

    Kind(String word, String plural, Part part) {
        this.word = word;
        this.plural = plural;
        this.part = part;
    }

    /** The part of the registry that holds the items. */
    Part part() {
        return part;
    }

    /** The name in messages and in the audit record. */
    public String word() {
        return word;
    }

    /** The name in addresses, lists and exported documents. */
    public String plural() {
        return plural;
    }

    /** The name of the kind's schema in the OpenAPI document. */
    String schema() {
        return this == BREAKER
                ? "BreakerSetting"
                : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The member that holds an item's key. */
    String keyMember() {
        return this == ACCOUNT || this == GROUP || this == CAPABILITY ? "name" : "id";
    }

    /**
     * The kinds that a caller names by their plurals, separated by commas.
     *
     * @param text null: none
     * @throws Failure REQUEST_INVALID
     */
    public static Set<Kind> parse(String text) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (text != null) {
            for (String one : text.split(",", -1)) {
                kinds.add(
                        ExportItems.KINDS.stream()
                                .filter(kind -> kind.plural.equals(one) || kind.word.equals(one))
                                .findFirst()
                                .orElseThrow(() -> unknown(one)));
            }
        }
        return kinds;
    }

    private static Failure unknown(String text) {
        String kinds = String.join(", ", ExportItems.KINDS.stream().map(Kind::plural).toList());
        return QueryText.wrong(
                "kind", text, "give %s, more than one separated by commas".formatted(kinds));
    }
}
