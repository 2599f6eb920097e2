package io.hansa.proxy.pipeline;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.pipeline.RoutePreview.Candidate;
import io.hansa.proxy.pipeline.RoutePreview.Candidate.Use;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.routing.Availability;
import io.hansa.proxy.routing.Condition;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Hold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is seen of those that have a capability while nothing is sent. For one thread. */
final class PreviewedCandidates {
    private final List<Candidate> all = new ArrayList<>();
    private boolean taken;

    /** Whether one of them takes the request. */
    boolean taken() {
        return taken;
    }

    List<Candidate> all() {
        return all;
    }

    /** The next one, in the order in which they are considered. */
    void consider(Destination destination, Availability said) {
        boolean first = said == Availability.AVAILABLE && !taken;
        Condition condition = destination.condition();
        String why =
                switch (said) {
                    case AVAILABLE ->
                            first
                                    ? "The request would be sent there."
                                    : "It would be tried if those before it failed.";
                    case RESERVED -> "It keeps the room that it has for more important work.";
                    case OUT_OF_USE, CIRCUIT_OPEN -> kept(destination.hold());
                    case FULL ->
                            condition.trouble() == null
                                    ? "Its load is not under its threshold."
                                    : "It takes no work, as " + condition.trouble() + ".";
                };
        taken |= first;
        all.add(candidate(destination, said.name(), new Use(first, why)));
    }

    private static String kept(Hold hold) {
        return hold == null
                ? "Its circuit is open, as it failed or was slow; it is tried again shortly."
                : "It " + hold.told() + ".";
    }

    /** The servers of this proxy that were not considered. */
    void leaveOut(RequestContext context, String proxy) {
        Map<String, BusinessServer> servers = new TreeMap<>(context.registry.servers());
        for (BusinessServer server : servers.values()) {
            if (server.capabilities().contains(context.capability)) {
                if (!server.usable()) {
                    leaveOut(server, proxy, "DISABLED", "It is disabled, or cannot be used.");
                } else if (!context.decision.reaches(server.id())) {
                    leaveOut(
                            server,
                            proxy,
                            "NOT_PERMITTED",
                            "No permission that decides reaches it.");
                }
            }
        }
    }

    private void leaveOut(BusinessServer server, String proxy, String state, String why) {
        all.add(
                new Candidate(
                        BreakerSetting.server(server.id()),
                        proxy,
                        state,
                        Condition.UNKNOWN,
                        new Use(false, why)));
    }

    /** The peers that were not considered. */
    void leaveOut(RequestContext context, List<List<Destination>> peers) {
        for (List<Destination> some : peers) {
            for (Destination peer : some) {
                if (context.decision.narrowed()) {
                    String why = "No permission that decides reaches a peer.";
                    all.add(candidate(peer, "NOT_PERMITTED", new Use(false, why)));
                } else if (context.visits.contains(peer.proxy(), context.capability)) {
                    String why = "The request has been there already.";
                    all.add(candidate(peer, "VISITED", new Use(false, why)));
                }
            }
        }
    }

    private static Candidate candidate(Destination one, String state, Use use) {
        String target =
                one.serverId() == null
                        ? BreakerSetting.peer(one.proxy())
                        : BreakerSetting.server(one.serverId());
        return new Candidate(target, one.proxy(), state, one.condition(), use);
    }
}
