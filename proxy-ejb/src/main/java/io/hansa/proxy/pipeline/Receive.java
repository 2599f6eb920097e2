package io.hansa.proxy.pipeline;

import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import java.io.IOException;

/**
 * Is there room on the node, and is the data here? A body that has not arrived is awaited without a
 * place on the node and without a thread. When it is whole, this step runs again.
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
    public StepResult take(RequestContext context, boolean mayBlock) {
        callers.requireMemory();
        Priority priority = context.description.priority();
        // Where nothing is more important, no room is kept for it.
        Priority counted =
                context.registry.hasMoreImportantThan(priority) ? priority : Priority.CORE;
        if (context.wasOnTheNode) {
            node.reenter(counted);
        } else {
            node.enter(counted);
        }
        context.onTheNode = true;
        context.wasOnTheNode = true;
        try {
            context.data = context.request.body().arrived(callers.limits().bodyBytes());
        } catch (IOException gone) {
            throw Body.broken(gone);
        }
        if (context.data == null) {
            release(context);
            return StepResult.AWAITING_BODY;
        }
        return StepResult.COMPLETED;
    }

    @Override
    public void release(RequestContext context) {
        if (context.onTheNode) {
            context.onTheNode = false;
            node.leave();
        }
    }
}
