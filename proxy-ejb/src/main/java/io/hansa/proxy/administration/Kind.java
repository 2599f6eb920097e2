package io.hansa.proxy.administration;

/** The kinds of item in the registry. */
public enum Kind {
    ACCOUNT("account"),
    CAPABILITY("capability"),
    SERVER("server"),
    PERMISSION("permission"),
    PEER("peer"),
    BREAKER("breaker");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As it stands in messages and in the audit record. */
    public String word() {
        return word;
    }
}
