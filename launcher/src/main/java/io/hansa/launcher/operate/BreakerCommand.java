package io.hansa.launcher.operate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Forces a circuit open or closed, or leaves it to itself again. */
@Command(
        name = "breaker",
        description = "Forces a circuit open or closed, or leaves it to itself again.",
        footer = {
            "",
            "Example:",
            "  hansa operate breaker server:pricing-1 FORCED_OPEN --for 5m --reason 'is repaired'"
        },
        mixinStandardHelpOptions = true)
final class BreakerCommand implements Callable<Integer> {
    /** What the circuit does. */
    enum State {
        FORCED_OPEN,
        FORCED_CLOSED,
        AUTOMATIC
    }

    @Parameters(index = "0", paramLabel = "TARGET", description = "server:ID or peer:ID.")
    private String target;

    @Parameters(index = "1", paramLabel = "STATE", description = "${COMPLETION-CANDIDATES}.")
    private State state;

    @Mixin private OverrideOptions override;

    @Override
    public Integer call() throws InterruptedException {
        return override.put(
                "/api/v1/admin/breakers", target, null, OverrideOptions.state(state.name()));
    }
}
