package io.hansa.proxy.pipeline;

import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import java.io.IOException;

/**
 * Is there room on the node, and is the data here? Data that is still on its way is waited for
 * without a place on the node and without a thread; when it is whole, this step is taken again.
 */
final class Receive implements Step {
    private final NodeAdmission node;
    private final BodyMemoryBudget callers;

    Receive(NodeAdmission node, BodyMemoryBudget callers) {
        this.node = node;
        this.callers = callers;
    }

    @Override
    public String name() {
        return "receive";
    }

    @Override
    public void take(RequestContext call) {
        callers.takeMore();
        Priority priority = call.description.priority();
        // Where nothing is more important, no room is kept for it.
        node.enter(call.registry.hasMoreImportantThan(priority) ? priority : Priority.CORE);
        call.admitted = true;
        try {
            call.data = call.request.body().arrived(callers.limits().bodyBytes());
        } catch (IOException gone) {
            throw Body.broken(gone);
        }
        if (call.data == null) {
            call.awaited = Awaited.DATA;
            ended(call);
        }
    }

    @Override
    public void ended(RequestContext call) {
        if (call.admitted) {
            call.admitted = false;
            node.leave();
        }
    }
}
