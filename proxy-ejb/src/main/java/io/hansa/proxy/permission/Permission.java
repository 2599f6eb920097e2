package io.hansa.proxy.permission;

import java.time.Instant;
import java.util.Objects;

/**
 * A grant: without one that allows, nothing is allowed. One that denies wins over all that allow.
 * Immutable.
 *
 * @param rule what it allows or denies
 * @param quota how many calls it allows; null: any number
 * @param version for the entity tag; changes with every change
 */
public record Permission(
        String id, Subject subject, Rule rule, Validity validity, Quota quota, long version) {
    public Permission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(validity, "validity");
        if (quota != null && !(rule.allows() && rule.action() == Rule.Action.CALL)) {
            throw new IllegalArgumentException(
                    "quota counts the calls that a permission allows; leave it out where effect is"
                            + " DENY or action is REGISTER");
        }
    }

    /** A grant without an end that allows calls of one capability, or of all that match. */
    public static Permission allow(String id, Subject subject, String capability) {
        return new Permission(id, subject, Rule.allow(capability), Validity.ALWAYS, null, 0);
    }

    public Permission with(Rule other) {
        return new Permission(id, subject, other, validity, quota, version);
    }

    public Permission within(Instant from, Instant until) {
        return new Permission(id, subject, rule, new Validity(from, until), quota, version);
    }

    public Permission limitedTo(Quota other) {
        return new Permission(id, subject, rule, validity, other, version);
    }

    /** The name or pattern of what it is about. */
    public String capability() {
        return rule.capability().text();
    }

    /** The business server that it is narrowed to; null: any. */
    public String server() {
        return rule.server();
    }

    public boolean validAt(Instant now) {
        return validity.includes(now);
    }

    /** Whether it says the same as the other, which has an id and a version of its own. */
    public boolean sameAs(Permission other) {
        return subject.equals(other.subject)
                && rule.equals(other.rule)
                && validity.equals(other.validity)
                && Objects.equals(quota, other.quota);
    }

    /** The same grant under another id. */
    public Permission withId(String another) {
        return new Permission(another, subject, rule, validity, quota, version);
    }
}
