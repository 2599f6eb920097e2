package io.hansa.proxy.pipeline;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.idempotency.RequestKey;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.routing.Visits;
import io.hansa.proxy.tracing.Timeline;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One request, and what the steps have decided so far. Carried by one thread at a time. The
 * registry is read once, so that all steps decide by the same revision.
 */
final class RequestContext {
    /** Member of a failure that goes to a peer. */
    static final String RETRIES_LEFT = "retriesLeft";

    static final int NOT_BEGUN = -1;

    final ServiceRequest request;
    final Registry registry;
    final Timeline timeline;
    final String capability;

    /** Shared with the second requests, which servers ask for: they end with the first. */
    final RequestState state;

    /** 0 for what the caller asked for, one more for each assistance followed. */
    final int depth;

    Caller caller;

    /** The check of the caller; null before the check begins. */
    CompletableFuture<Caller> signIn;

    /**
     * Whether a server of this proxy may do it: there is one, and the request has not been there
     * already.
     */
    boolean local;

    Visits visits = Visits.NONE;
    Capability description;

    /** Ids of the servers that the permissions reach; null: any. */
    Set<String> allowedServers;

    /** By which the caller may do this; null where that is not this proxy's to decide. */
    Decision decision;

    boolean permitted;

    /** Whether the call counts to the quotas of its permissions already. */
    boolean charged;

    /** Whether it has a place on the node; {@link Receive} takes and releases it. */
    boolean onTheNode;

    /** Whether it was admitted once, so that a node that drains finishes it. */
    boolean wasOnTheNode;

    /** Index of the step that is taken now or next. */
    int position;

    /** Place of the current step in the timeline; {@link #NOT_BEGUN} between two steps. */
    int timelinePlace = NOT_BEGUN;

    /** When the current step began, by {@link System#nanoTime()}. */
    long stepBeganNanos;

    byte[] data;
    RequestHead head;
    long deadlineNanos;

    /** How many more times it may be sent again, on this proxy and on later ones. */
    int retries;

    /** Who may do it, in the order in which they are tried. */
    Iterator<Destination> destinations = Collections.emptyIterator();

    /** What was tried so far; null before the first destination is asked. */
    Send.Attempts attempts;

    Answer answer;

    /** The failure with which it ended; null before the end and after a success. */
    Failure failure;

    /** Under which name its outcome is to be kept, and by whose claim; null: not at all. */
    RequestKey key;

    String claim;

    RequestContext(ServiceRequest request, Registry registry) {
        this.request = request;
        this.registry = registry;
        this.timeline = new Timeline();
        this.state = new RequestState();
        this.capability = request.capability();
        this.depth = 0;
        head = request.head();
    }

    private RequestContext(RequestContext first, String capability) {
        this.request = first.request;
        this.registry = first.registry;
        this.timeline = first.timeline;
        this.state = first.state;
        this.capability = capability;
        this.depth = first.depth + 1;
    }

    private RequestContext(Registry registry, String capability, Visits visits) {
        this.request = null;
        this.registry = registry;
        this.timeline = new Timeline();
        this.state = new RequestState();
        this.capability = capability;
        this.depth = 0;
        this.visits = visits;
    }

    /** A request without data that is never sent: only where it would go is asked. */
    static RequestContext preview(Registry registry, String capability, Visits visits) {
        return new RequestContext(registry, capability, visits);
    }

    /** The second request, with the processed data: same caller, same deadline, same trace. */
    RequestContext assisted(Assistance assistance) {
        RequestContext next = new RequestContext(this, assistance.capability());
        next.caller = caller;
        next.visits = visits;
        next.deadlineNanos = deadlineNanos;
        next.retries = retries;
        next.data = assistance.data();
        next.head = head.assisted(assistance.contentType(), assistance.headers(), depth + 1);
        return next;
    }

    /**
     * Called at its end: containers keep a request for a while, and with it all that it refers to.
     */
    void forgetData() {
        data = null;
        answer = null;
        attempts = null;
        request.body().forget();
    }

    boolean assisting() {
        return depth > 0;
    }

    OutboundRequest outboundRequest() {
        return new OutboundRequest(
                capability,
                data,
                head,
                deadlineNanos,
                description.timeoutMillis(),
                retries,
                description.replay() == Replay.ONCE,
                caller,
                request.trace(),
                visits);
    }
}
