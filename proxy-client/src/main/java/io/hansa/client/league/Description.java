package io.hansa.client.league;

import io.hansa.client.document.CapabilityInformation;
import java.util.concurrent.TimeUnit;

/** What the client knows of a proxy, as one line for support. */
final class Description {
    private Description() {}

    static String of(Member member, long now) {
        Health health = member.health.get();
        return "%s %s (%s): %s; in flight %d, latency %.1f ms"
                .formatted(
                        member.address(),
                        health.state(),
                        health.why(),
                        told(member.known(), now),
                        member.inFlight(),
                        member.latency(now) / 1e6);
    }

    private static String told(Member.Known known, long now) {
        if (known == null) {
            return "it never told its capabilities";
        }
        CapabilityInformation information = known.information();
        return "proxy %s, load %.2f of %.2f, %s, %d capabilities, told %d ms ago"
                .formatted(
                        information.proxy(),
                        information.load(),
                        information.threshold(),
                        information.accepting() ? "accepting" : "draining",
                        information.offered().size(),
                        TimeUnit.NANOSECONDS.toMillis(now - known.at()));
    }
}
