package io.hansa.grizzly;

import io.hansa.http.Switches;
import io.hansa.turns.Turns;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpServerFilter;

/**
 * Puts Hansa's filters behind the HTTP parser of a listener. Payara has no setting for further
 * filters of an HTTP listener, so the strategy does it, before the first connection is accepted;
 * later would change a chain in use.
 */
final class HttpFilters {
    private static final Logger LOG = Grizzly.logger(HttpFilters.class);

    private HttpFilters() {}

    /**
     * Where the listener's chain has an HTTP parser; elsewhere nothing is done, and the log says
     * so.
     */
    static void addTo(Processor<?> processor, Turns turns) {
        if (processor instanceof FilterChain chain) {
            for (int i = 0; i < chain.size(); i++) {
                if (chain.get(i) instanceof HttpServerFilter parser) {
                    addBehind(parser, i, chain, turns);
                    return;
                }
            }
        }
        LOG.log(
                Level.WARNING,
                "This listener has no HTTP parser of Grizzly''s: malformed and pipelined requests are not looked at: {0}",
                processor);
    }

    private static void addBehind(
            HttpServerFilter parser, int index, FilterChain chain, Turns turns) {
        boolean strict = Switches.isOn(Switches.STRICT);
        boolean requeue = Switches.isOn(Switches.REQUEUE_PIPELINED);
        parser.getMonitoringConfig().addProbes(new HeadProbe());
        int next = index + 1;
        if (strict) {
            next = add(new MalformedRequestFilter(), next, chain);
        }
        if (requeue) {
            add(new PipelinedRequestFilter(turns), next, chain);
        }
        LOG.log(
                Level.INFO,
                "Malformed requests are refused: {0}; pipelined requests wait behind others: {1}.",
                new Object[] {strict, requeue});
    }

    private static int add(Filter filter, int index, FilterChain chain) {
        chain.add(index, filter);
        return index + 1;
    }
}
