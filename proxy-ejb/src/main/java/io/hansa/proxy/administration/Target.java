package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;

/** An item by kind and key; written {@code server:trade-1}. */
record Target(Kind kind, String key) {
    /** The refusal of what needs the item. */
    Failure absent() {
        return Failure.of(
                ErrorCode.NOT_FOUND,
                "There is no %s \"%s\"; list them for those that exist."
                        .formatted(kind.word(), key));
    }

    @Override
    public String toString() {
        return kind.word() + ":" + key;
    }
}
