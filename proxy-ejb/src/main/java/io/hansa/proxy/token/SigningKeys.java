package io.hansa.proxy.token;

import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The signing keys of this proxy that are in force on this node. One of them signs, all of them
 * verify and are published. Reading never waits; what stores the keys replaces them. Safe for many
 * threads.
 */
public final class SigningKeys implements Supplier<SigningKey> {
    /** The state of a key at a moment. */
    public enum State {
        /** Published, but does not sign yet. */
        NEXT,
        /** Signs. */
        ACTIVE,
        /** Signs no more; verifies until its last token has expired. */
        RETIRED
    }

    private record InForce(List<TimedKey> keys, Map<String, Key> byId, String document) {
        static InForce of(List<TimedKey> keys) {
            return new InForce(
                    keys.stream().sorted(Comparator.comparing(TimedKey::since)).toList(),
                    keys.stream()
                            .map(TimedKey::key)
                            .collect(Collectors.toMap(SigningKey::id, SigningKey::publicKey)),
                    keys.stream()
                            .map(timed -> timed.key().publicJwk())
                            .collect(Collectors.joining(",", "{\"keys\":[", "]}")));
        }
    }

    private final Clock clock;
    private volatile InForce inForce = InForce.of(List.of());

    public SigningKeys(Clock clock) {
        this.clock = clock;
    }

    /** Puts other keys in force. */
    public void replace(List<TimedKey> keys) {
        inForce = InForce.of(keys);
    }

    /** All keys, in the order in which they sign. */
    public List<TimedKey> all() {
        return inForce.keys();
    }

    /** The key that signs now. */
    @Override
    public SigningKey get() {
        return active().map(TimedKey::key)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The signing keys are not read yet; try again when the node is ready."));
    }

    /** The key that signs now; empty before the keys are read. */
    public Optional<TimedKey> active() {
        List<TimedKey> keys = inForce.keys();
        Instant now = clock.instant();
        for (int i = keys.size() - 1; i >= 0; i--) {
            if (i == 0 || !keys.get(i).since().isAfter(now)) {
                return Optional.of(keys.get(i));
            }
        }
        return Optional.empty();
    }

    public State state(TimedKey key) {
        TimedKey active = active().orElse(key);
        if (key.equals(active)) {
            return State.ACTIVE;
        }
        return key.since().isAfter(active.since()) ? State.NEXT : State.RETIRED;
    }

    /** The public half of the key of that id. */
    public Optional<Key> find(String id) {
        return Optional.ofNullable(inForce.byId().get(id));
    }

    /** The public halves as a JWK set (RFC 7517). */
    public String document() {
        return inForce.document();
    }
}
