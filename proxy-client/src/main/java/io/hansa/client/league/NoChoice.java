package io.hansa.client.league;

import io.hansa.api.ErrorCode;
import io.hansa.client.document.CapabilityInformation;
import io.hansa.client.document.CapabilityInformation.Offered;
import io.hansa.client.listener.ClientListener.ProxyChange.State;
import io.hansa.client.transport.CallFailure;
import java.time.Duration;

/** Says why no proxy could be chosen, and when another try makes sense. Nothing was sent. */
final class NoChoice {
    private final Member[] members;
    private final String capability;
    private final Duration refresh;
    private int heard;
    private int offering;
    private int silent;
    private int draining;
    private String why = "";
    private long pauseEnds = Long.MAX_VALUE;

    private NoChoice(Member[] members, String capability, Duration refresh) {
        this.members = members;
        this.capability = capability;
        this.refresh = refresh;
    }

    /**
     * @param refresh after which a proxy's load is known again
     */
    static CallFailure why(Member[] members, String capability, Duration refresh, long now) {
        NoChoice reasons = new NoChoice(members, capability, refresh);
        for (Member member : members) {
            reasons.look(member, now);
        }
        return reasons.failure();
    }

    private void look(Member member, long now) {
        Member.Known known = member.known();
        Offered offered = member.offered(capability);
        heard += known == null ? 0 : 1;
        if (why.isEmpty() && !answers(member)) {
            why = member.health.get().why();
        }
        if (offered == null) {
            return;
        }
        offering++;
        CapabilityInformation told = known.information();
        if (!member.health.get().takesCalls()) {
            silent++;
            why = member.health.get().why();
        } else if (!told.accepting()) {
            draining++;
        } else {
            long pause = member.pausedUntil(capability, now) - now;
            pauseEnds = Math.min(pauseEnds, pause > 0 ? pause : refresh.toNanos());
        }
    }

    private static boolean answers(Member member) {
        return member.health.get().state() == State.IN;
    }

    private CallFailure failure() {
        if (members.length == 0) {
            return none(ErrorCode.PEER_UNREACHABLE, "no proxy is known; name one to the builder");
        }
        if (heard == 0) {
            return none(
                    ErrorCode.PEER_UNREACHABLE,
                    "none of %d proxies answers: %s".formatted(members.length, why));
        }
        if (offering == 0) {
            return none(
                    ErrorCode.CAPABILITY_UNKNOWN,
                    "none of %d proxies offers it; see client.describe()"
                            .formatted(members.length));
        }
        if (silent == offering) {
            return none(
                    ErrorCode.PEER_UNREACHABLE,
                    "none of the %d proxies that offer it answers: %s".formatted(offering, why));
        }
        if (silent + draining == offering) {
            return CallFailure.notSent(
                    ErrorCode.DRAINING,
                    "the proxies that offer it are stopping or do not answer",
                    refresh);
        }
        return CallFailure.notSent(
                ErrorCode.OVERLOADED,
                "none of the %d proxies that offer it has room now".formatted(offering),
                Duration.ofNanos(pauseEnds));
    }

    private static CallFailure none(ErrorCode code, String detail) {
        return CallFailure.notSent(code, detail, null);
    }
}
