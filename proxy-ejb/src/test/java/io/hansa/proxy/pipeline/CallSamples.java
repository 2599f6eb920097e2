package io.hansa.proxy.pipeline;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.routing.Destination;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls that have come some part of their way. */
final class CallSamples {
    private CallSamples() {}

    /** Authenticated, permitted and admitted; nothing decided about where it goes. */
    static RequestContext admitted(String capability) {
        return admitted(new Asking(capability).request(), Registry.EMPTY);
    }

    static RequestContext admitted(ServiceRequest request, Registry registry) {
        RequestContext call = new RequestContext(request, registry);
        call.caller = Caller.of(RegistrySample.SHOP);
        call.description = Capability.undescribed(request.capability());
        call.visits = call.visits.and("shop-a", request.capability());
        call.data = "basket".getBytes(StandardCharsets.UTF_8);
        call.retries = 3;
        call.deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        return call;
    }

    static RequestContext routed(Destination... destinations) {
        RequestContext call = admitted("trade.settle");
        call.destinations = List.of(destinations).iterator();
        call.timeline.begin();
        return call;
    }
}
