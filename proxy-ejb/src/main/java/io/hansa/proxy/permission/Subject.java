package io.hansa.proxy.permission;

import java.util.Locale;
import java.util.Objects;

/** Who holds a permission; written {@code account:shop}, {@code group:retail}, {@code peer:shop-b}. */
public record Subject(Kind kind, String name) {
    /** The sorts of subject that the contract knows. */
    public enum Kind {
        ACCOUNT,
        GROUP,
        PEER
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

    public static Subject peer(String name) {
        return new Subject(Kind.PEER, name);
    }

    /** @throws IllegalArgumentException with a sentence that shows the right form */
    public static Subject parse(String text) {
        int colon = text == null ? -1 : text.indexOf(':');
        if (colon > 0 && colon < text.length() - 1) {
            String kind = text.substring(0, colon);
            for (Kind known : Kind.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                    return new Subject(known, text.substring(colon + 1));
                }
            }
        }
        throw new IllegalArgumentException(
                "subject must be account:<name>, group:<name> or peer:<id>, not \"" + text + "\"");
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
