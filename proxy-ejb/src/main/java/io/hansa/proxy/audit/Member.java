package io.hansa.proxy.audit;

/**
 * The members of a record in the order of the canonical form. {@code docs/audit.md} publishes names
 * and order, and every existing hash depends on them: neither may change.
 */
enum Member {
    SEQUENCE("sequence", true),
    PREVIOUS("previous", false),
    WHEN("when", false),
    WHO("who", false),
    NODE("node", false),
    SOURCE("source", false),
    TRACE_ID("traceId", false),
    ACTION("action", false),
    KIND("kind", false),
    KEY("key", false),
    BEFORE("before", true),
    AFTER("after", true),
    OUTCOME("outcome", false),
    REASON("reason", false),
    DETAILS("details", true),
    HASH("hash", false);

    private final String word;
    private final boolean json;

    Member(String word, boolean json) {
        this.word = word;
        this.json = json;
    }

    String word() {
        return word;
    }

    /** Whether the value is JSON as it stands; otherwise it is the content of a string. */
    boolean isJson() {
        return json;
    }
}
