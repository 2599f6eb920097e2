package io.hansa.proxy.federation;

import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Errand;
import io.hansa.proxy.routing.Workload;

/** A peer as the destination of one capability: the request goes out in the account's name and this proxy's. */
final class PeerDestination implements Destination {
    private final PeerView view;
    private final String capability;
    private final Workload workload;
    private final PeerCall call;

    PeerDestination(PeerView view, String capability, Workload workload, PeerCall call) {
        this.view = view;
        this.capability = capability;
        this.workload = workload;
        this.call = call;
    }

    @Override
    public String name() {
        return "peer " + view.peer().id();
    }

    @Override
    public String proxy() {
        return view.peer().id();
    }

    @Override
    public boolean takesWork() {
        return view.takesWork(capability);
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public Answer send(Errand errand) {
        long began = System.nanoTime();
        workload.begin();
        try {
            return call.carry(view, errand);
        } finally {
            workload.end(System.nanoTime() - began);
        }
    }
}
