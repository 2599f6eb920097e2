package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.Optional;
import java.util.Set;

/**
 * A condition on the current item, which must hold before a change. It prevents lost updates. (RFC
 * 9110, section 13)
 */
@FunctionalInterface
public interface Precondition {
    /** No condition. */
    Precondition NONE = before -> {};

    /** The item must exist, in any version: {@code If-Match: *}. */
    Precondition PRESENT =
            before ->
                    require(
                            before.isPresent(),
                            "The item does not exist; leave out If-Match to create it.");

    /** The item must not exist: {@code If-None-Match: *}. */
    Precondition ABSENT =
            before ->
                    require(
                            before.isEmpty(),
                            "The item exists; leave out If-None-Match to replace it.");

    /**
     * @throws Failure with {@code change-conflict} if the condition does not hold
     */
    void check(Optional<Item> before);

    /** The item must have one of the tags: {@code If-Match: "…"}. */
    static Precondition tagged(Set<String> tags) {
        return before ->
                require(
                        before.map(Item::tag).filter(tags::contains).isPresent(),
                        "The item is no longer the version that If-Match names; read it again and repeat the change.");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw Failure.of(ErrorCode.CHANGE_CONFLICT, sentence);
        }
    }
}
