package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.document.Name;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a peer announces of its own servers, and what of that is used. What it has from others it
 * does not pass on. Immutable.
 *
 * @param used by name; it may be asked of the peer
 * @param refused the names that are not used, by the reason; of each reason the first hundred
 * @param refusals how many are not used, by the reason
 */
record Announced(
        Map<String, OfferedCapability> used,
        Map<Reason, List<String>> refused,
        Map<Reason, Integer> refusals) {
    /** Nothing was announced yet. */
    static final Announced NOTHING = new Announced(Map.of(), Map.of(), Map.of());

    static final int MAX_NAMES = 20_000;
    private static final int MAX_SHOWN = 100;

    /** Why a name is not used. */
    enum Reason {
        /** The peer's entry does not let it be asked. */
        NOT_ALLOWED,
        /** An administrator could not give a capability that name either. */
        NAME_INVALID,
        /** The peer announces more names than are looked at. */
        TOO_MANY
    }

    /**
     * @param organization of this proxy
     */
    static Announced of(Peer peer, ProxyStatus status, String organization) {
        if (status == null) {
            return NOTHING;
        }
        Map<String, OfferedCapability> used = new LinkedHashMap<>();
        Map<Reason, List<String>> refused = new EnumMap<>(Reason.class);
        Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);
        int looked = 0;
        for (OfferedCapability offered : status.capabilities()) {
            if (!offered.via().equals(OfferedCapability.LOCAL)) {
                continue;
            }
            Reason reason =
                    ++looked > MAX_NAMES
                            ? Reason.TOO_MANY
                            : reason(peer, offered.name(), organization);
            if (reason == null) {
                used.putIfAbsent(offered.name(), told(offered));
            } else {
                refusals.merge(reason, 1, Integer::sum);
                refused.merge(reason, List.of(Name.shortened(offered.name())), Announced::both);
            }
        }
        return new Announced(
                Collections.unmodifiableMap(used),
                Collections.unmodifiableMap(refused),
                Collections.unmodifiableMap(refusals));
    }

    private static Reason reason(Peer peer, String name, String organization) {
        if (!Name.isOne(name)) {
            return Reason.NAME_INVALID;
        }
        return peer.mayBeAsked(name, organization) ? null : Reason.NOT_ALLOWED;
    }

    /** An unknown priority is ignored. */
    private static OfferedCapability told(OfferedCapability offered) {
        boolean known =
                Stream.of(Priority.values()).anyMatch(p -> p.name().equals(offered.priority()));
        return known
                ? offered
                : new OfferedCapability(
                        offered.name(), Priority.NORMAL.name(), offered.via(), offered.available());
    }

    private static List<String> both(List<String> some, List<String> more) {
        return some.size() >= MAX_SHOWN
                ? some
                : Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean allUsed() {
        return refusals.isEmpty();
    }
}
