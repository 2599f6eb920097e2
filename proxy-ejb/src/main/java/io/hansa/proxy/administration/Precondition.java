package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold of an item for a change to be made, against lost updates. (RFC 9110, section 13)
 */
@FunctionalInterface
public interface Precondition {
    /** Anything may be there, or nothing. */
    Precondition NONE = before -> {};

    /** The item must be there, whatever its version: {@code If-Match: *}. */
    Precondition PRESENT =
            before ->
                    require(
                            before.isPresent(),
                            "It is not there; leave If-Match out to create it.");

    /** The item must not be there: {@code If-None-Match: *}. */
    Precondition ABSENT =
            before ->
                    require(
                            before.isEmpty(),
                            "It is there already; leave If-None-Match out to replace it.");

    /**
     * @throws Failure with {@code change-conflict} where it does not hold
     */
    void check(Optional<Item> before);

    /** The item must have one of the tags: {@code If-Match: "…"}. */
    static Precondition tagged(Set<String> tags) {
        return before ->
                require(
                        before.map(Item::tag).filter(tags::contains).isPresent(),
                        "It is no longer what If-Match names; read it again and repeat the change.");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw Failure.of(ErrorCode.CHANGE_CONFLICT, sentence);
        }
    }
}
