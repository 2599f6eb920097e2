package io.hansa.proxy.pipeline;

/** Which servers or peers can do it now, best first. */
final class Route implements Step {
    private final Routes routes;

    Route(Routes routes) {
        this.routes = routes;
    }

    @Override
    public String name() {
        return "route";
    }

    @Override
    public StepResult take(RequestContext context, boolean mayBlock) {
        context.destinations = routes.toward(context);
        return StepResult.COMPLETED;
    }
}
