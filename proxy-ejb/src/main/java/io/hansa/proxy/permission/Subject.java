package io.hansa.proxy.permission;

import io.hansa.proxy.account.PeerAccount;
import java.util.Objects;
import java.util.Optional;

/**
 * Who holds a permission; written {@code account:shop}, {@code group:retail}, {@code peer:shop-b},
 * {@code peer:shop-b/alice}.
 */
public record Subject(Kind kind, String name) {
    /** The sorts of subject (docs/api.md). */
    public enum Kind {
        ACCOUNT("account"),
        GROUP("group"),
        PEER("peer");

        private final String written;

        Kind(String written) {
            this.written = written;
        }
    }

    public Subject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    public static Subject account(String name) {
        return new Subject(Kind.ACCOUNT, name);
    }

    public static Subject group(String name) {
        return new Subject(Kind.GROUP, name);
    }

    /**
     * @param name {@code {proxy}}, or {@code {proxy}/{account}} for one account of it
     */
    public static Subject peer(String name) {
        return new Subject(Kind.PEER, name);
    }

    /**
     * The account of another proxy; empty where all of that proxy, or none of another, is meant.
     */
    public Optional<PeerAccount> peerAccount() {
        return kind == Kind.PEER && name.indexOf('/') >= 0
                ? Optional.of(PeerAccount.parse(name))
                : Optional.empty();
    }

    /** The proxy's id of a peer or of its account; an id holds no slash. */
    public String proxy() {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    /**
     * @throws IllegalArgumentException with a sentence that shows the right form
     */
    public static Subject parse(String text) {
        int colon = text == null ? -1 : text.indexOf(':');
        if (colon > 0 && colon < text.length() - 1) {
            String kind = text.substring(0, colon);
            for (Kind known : Kind.values()) {
                if (known.written.equals(kind)) {
                    return new Subject(known, text.substring(colon + 1));
                }
            }
        }
        throw new IllegalArgumentException(
                "subject must be account:<name>, group:<name>, peer:<id> or peer:<id>/<account>, not \""
                        + text
                        + "\"");
    }

    @Override
    public String toString() {
        return kind.written + ":" + name;
    }
}
