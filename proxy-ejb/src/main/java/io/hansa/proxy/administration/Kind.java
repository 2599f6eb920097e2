package io.hansa.proxy.administration;

import io.hansa.proxy.registry.Part;

/** The kinds of item in the registry. */
public enum Kind {
    ACCOUNT("account", Part.ACCOUNT),
    CAPABILITY("capability", Part.CAPABILITY),
    SERVER("server", Part.SERVER),
    PERMISSION("permission", Part.PERMISSION),
    PEER("peer", Part.PEER),
    BREAKER("breaker", Part.BREAKER);

    private final String word;
    private final Part part;

    Kind(String word, Part part) {
        this.word = word;
        this.part = part;
    }

    /** The part of the registry that holds the items. */
    Part part() {
        return part;
    }

    /** The word in messages and in the audit record. */
    public String word() {
        return word;
    }
}
