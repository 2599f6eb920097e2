package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.failure.Failure;
import java.util.function.Consumer;

/**
 * Where the server asks for another capability, runs the pipeline again with the processed data.
 * The result of that run is the result (R3). A failure of the second run never has effect NONE,
 * because the first server has acted.
 */
final class FollowAssistance implements Step {
    private final Consumer<RequestContext> runAssisted;

    /**
     * @param runAssisted takes a second request through the steps that it needs
     */
    FollowAssistance(Consumer<RequestContext> runAssisted) {
        this.runAssisted = runAssisted;
    }

    @Override
    public String name() {
        return "follow assistance";
    }

    @Override
    public StepResult take(RequestContext context, boolean mayBlock) {
        Assistance assistance = context.answer.assistance();
        if (assistance == null) {
            return StepResult.COMPLETED;
        }
        if (!mayBlock) {
            return StepResult.AWAITING_THREAD;
        }
        RequestContext next = context.assisted(assistance);
        try {
            runAssisted.accept(next);
        } catch (Failure failure) {
            throw failure.effect() == Effect.NONE ? failure.afterEffect() : failure;
        }
        context.answer = next.answer;
        context.visits = next.visits;
        return StepResult.COMPLETED;
    }
}
