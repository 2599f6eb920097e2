package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.failure.Failure;
import java.util.function.Consumer;

/**
 * Where the server asks that another capability carry on, goes the way again with the processed
 * data, and the result of that is the result (R3). A failure on the way never claims that nothing
 * happened: the first server has acted.
 */
final class FollowAssistance implements Step {
    private final Consumer<RequestContext> carryOn;

    /**
     * @param carryOn takes a second request through the steps that it needs
     */
    FollowAssistance(Consumer<RequestContext> carryOn) {
        this.carryOn = carryOn;
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
            return StepResult.AWAITING_REPLY;
        }
        RequestContext next = context.carriedOn(assistance);
        try {
            carryOn.accept(next);
        } catch (Failure failure) {
            throw failure.effect() == Effect.NONE ? failure.afterEffect() : failure;
        }
        context.answer = next.answer;
        context.visits = next.visits;
        return StepResult.COMPLETED;
    }
}
