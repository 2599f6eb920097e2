package io.hansa.proxy.permission;

import io.hansa.proxy.capability.CapabilityPattern;
import java.util.Objects;

/**
 * What a permission allows or denies. Immutable.
 *
 * @param server narrows it to one business server; null: any that has the capability
 */
public record Rule(CapabilityPattern capability, Action action, Effect effect, String server) {
    /** What is done with a capability. */
    public enum Action {
        /** A caller sends a request for it. */
        CALL,
        /** A business server registers itself for it. */
        REGISTER
    }

    /** Whether that is allowed. */
    public enum Effect {
        ALLOW,
        DENY
    }

    public Rule {
        Objects.requireNonNull(capability, "capability");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(effect, "effect");
    }

    public static Rule allow(String capability) {
        return new Rule(new CapabilityPattern(capability), Action.CALL, Effect.ALLOW, null);
    }

    public static Rule deny(String capability) {
        return new Rule(new CapabilityPattern(capability), Action.CALL, Effect.DENY, null);
    }

    /** The same for one business server. */
    public Rule at(String other) {
        return new Rule(capability, action, effect, other);
    }

    public boolean allows() {
        return effect == Effect.ALLOW;
    }

    /** Whether it is about that business server; null: about a peer. */
    public boolean reaches(String target) {
        return server == null || server.equals(target);
    }
}
