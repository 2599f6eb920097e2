package io.hansa.proxy.account;

import java.util.Objects;

/**
 * A group of accounts. Its members are the accounts that name it.
 *
 * @param description empty for none
 */
public record Group(String name, String description, long version) {
    public Group {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
    }
}
