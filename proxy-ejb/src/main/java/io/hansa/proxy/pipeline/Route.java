package io.hansa.proxy.pipeline;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.PressureLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.routing.Candidates;
import io.hansa.proxy.routing.Choice;
import io.hansa.proxy.routing.Destination;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;

/**
 * Finds the servers and peers that take the request now: this proxy's own servers first, then
 * peers, foreign ones last. Safe for many threads.
 */
final class Route implements Step {
    private final String proxy;
    private final ServerDestinations servers;
    private final Peers peers;
    private final PressureLimits pressure;
    private final Clock clock;

    /**
     * @param clock by which operators' holds end
     */
    Route(
            String proxy,
            ServerDestinations servers,
            Peers peers,
            PressureLimits pressure,
            Clock clock) {
        this.proxy = proxy;
        this.servers = servers;
        this.peers = peers;
        this.pressure = pressure;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "route";
    }

    @Override
    public StepResult take(RequestContext context, boolean mayBlock) {
        context.destinations = toward(context);
        return StepResult.COMPLETED;
    }

    /** Whether a server of this proxy has it. */
    boolean local(String capability) {
        return servers.offer(capability);
    }

    /** Whether any known server or peer has it. */
    boolean known(String capability) {
        return servers.offer(capability) || peers.offer(capability);
    }

    /**
     * What takes work now, in the order in which it is tried; nothing where the request has been
     * already, and no peer where the grants are narrowed to servers of this proxy.
     *
     * @throws Failure where nothing does, with the reason
     */
    private Iterator<Destination> toward(RequestContext context) {
        Priority priority = context.description.priority();
        double room = pressure.room(priority);
        CandidateFilter atServers = new CandidateFilter(priority, room);
        CandidateFilter atPeers = new CandidateFilter(priority, room);
        OwnThenPeers all = inOrder(context, own(context), atServers, atPeers);
        if (!all.hasNext()) {
            throw nowhere(context, atServers, atPeers);
        }
        return all;
    }

    /** What {@link #toward} would find, which this does not change. */
    RoutePreview.Outcome preview(RequestContext context) {
        Priority priority = context.description.priority();
        double room = pressure.room(priority);
        PreviewedCandidates seen = new PreviewedCandidates();
        CandidateFilter atServers = CandidateFilter.previewing(priority, room, seen::consider);
        CandidateFilter atPeers = CandidateFilter.previewing(priority, room, seen::consider);
        // The filters take none, so this examines all of them.
        inOrder(context, own(context).copy(), atServers, atPeers).hasNext();
        Failure refusal = seen.taken() ? null : nowhere(context, atServers, atPeers);
        seen.leaveOut(context, proxy);
        seen.leaveOut(context, peers.having(context.capability));
        return new RoutePreview.Outcome(seen.all(), refusal);
    }

    /** All that have the capability, where the decision allows none. */
    List<RoutePreview.Candidate> notConsidered(RequestContext context) {
        PreviewedCandidates seen = new PreviewedCandidates();
        seen.leaveOut(context, proxy);
        seen.leaveOut(context, peers.having(context.capability));
        return seen.all();
    }

    private Candidates own(RequestContext context) {
        return context.local
                ? servers.having(context.capability, context.allowedServers)
                : Candidates.NONE;
    }

    private OwnThenPeers inOrder(
            RequestContext context,
            Candidates own,
            CandidateFilter atServers,
            CandidateFilter atPeers) {
        return new OwnThenPeers(
                own.choice(context.description.balancing(), atServers),
                () ->
                        peersHaving(context).stream()
                                .map(some -> choice(notVisited(some, context), atPeers))
                                .toList());
    }

    private static Choice choice(List<Destination> peers, CandidateFilter filter) {
        return Candidates.of(peers).choice(Balancing.LEAST_CONNECTIONS, filter);
    }

    private List<List<Destination>> peersHaving(RequestContext context) {
        return reachesPeers(context) ? peers.having(context.capability) : List.of();
    }

    /** Where the caller may go is not this proxy's to decide, or not narrowed to its servers. */
    private static boolean reachesPeers(RequestContext context) {
        return context.decision == null || !context.decision.narrowed();
    }

    private Failure nowhere(
            RequestContext context, CandidateFilter atServers, CandidateFilter atPeers) {
        if (atServers.sawOnlyOpenCircuits() || atServers.sawOnlyOutOfUse()) {
            return KeptFromWork.failure(
                    "business server", context.capability, own(context).all(), clock.instant());
        }
        if (atServers.sawReservedRoom()) {
            return Failure.of(
                    ErrorCode.SHED,
                    "The servers that have %s keep what room they have for more important work; try again later."
                            .formatted(context.capability));
        }
        if (!atServers.sawNone()) {
            return Failure.of(
                    ErrorCode.OVERLOADED,
                    "No business server that has %s is under its load threshold; try again shortly."
                            .formatted(context.capability));
        }
        List<List<Destination>> having = peersHaving(context);
        if (having.isEmpty() && (context.local || context.allowedServers != null)) {
            return Permit.noServerLeft(context);
        }
        if (atPeers.sawNone()) {
            String back = having.isEmpty() ? proxy : having.get(0).get(0).proxy();
            return Loop.detected(context.visits.and(back, context.capability));
        }
        if (atPeers.sawOnlyOpenCircuits()) {
            return KeptFromWork.failure(
                    "peer",
                    context.capability,
                    having.stream().flatMap(some -> notVisited(some, context).stream()).toList(),
                    clock.instant());
        }
        if (!peers.reachable(context.capability)) {
            return Failure.of(
                    ErrorCode.PEER_UNREACHABLE,
                    "No peer that has %s can be reached; see this proxy's log for the reason."
                            .formatted(context.capability));
        }
        return Failure.of(
                ErrorCode.OVERLOADED,
                "No peer that has %s is known to be under its load threshold; try again shortly."
                        .formatted(context.capability));
    }

    private static List<Destination> notVisited(
            List<Destination> destinations, RequestContext context) {
        return destinations.stream()
                .filter(d -> !context.visits.contains(d.proxy(), context.capability))
                .toList();
    }
}
