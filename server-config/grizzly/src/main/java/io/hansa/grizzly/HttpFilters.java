package io.hansa.grizzly;

import io.hansa.http.Switches;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpServerFilter;

/** Adds Hansa's filters behind the HTTP parser of a listener's chain. */
final class HttpFilters {
    private static final Logger LOG = Grizzly.logger(HttpFilters.class);

    private HttpFilters() {}

    /**
     * To be called before the first connection is accepted; later would change a chain in use. A
     * chain without an HTTP parser stays as it is, and the log tells so.
     */
    static void addTo(Processor<?> processor, Filter pipelining) {
        if (processor instanceof FilterChain chain) {
            for (int i = 0; i < chain.size(); i++) {
                if (chain.get(i) instanceof HttpServerFilter parser) {
                    addBehind(parser, i, chain, pipelining);
                    return;
                }
            }
        }
        LOG.log(
                Level.WARNING,
                "HANSA-7101 This listener has no HTTP parser of Grizzly. Malformed and pipelined requests are not checked: {0}",
                processor);
    }

    private static void addBehind(
            HttpServerFilter parser, int index, FilterChain chain, Filter pipelining) {
        boolean strict = Switches.isOn(Switches.STRICT);
        parser.getMonitoringConfig().addProbes(new HeadProbe(strict));
        chain.add(index + 1, pipelining);
        addExpectations(parser, index + 1, chain);
        if (Switches.isOn(Switches.IGNORE_UPGRADES)) {
            chain.add(index + 1, new UpgradeOfferFilter());
        }
        if (strict) {
            chain.add(index + 1, new MalformedRequestFilter());
        }
        chain.add(index + 1, new NodeStateFilter());
        LOG.log(Level.INFO, "HANSA-7102 Malformed requests are refused: {0}.", strict);
    }

    /** Where it is switched off or does not fit, Grizzly asks for every body at once. */
    private static void addExpectations(HttpServerFilter parser, int index, FilterChain chain) {
        if (Switches.isOn(Switches.EXPECTATIONS)) {
            chain.add(index, new UnreadBodyFilter());
            HeadFirstEncoding.replaceIn(parser);
            // Otherwise the parser answers GET with a body by a 400 without a document.
            parser.setAllowPayloadForUndefinedHttpMethods(true);
            try {
                chain.add(index, ExpectationFilter.create());
            } catch (ReflectiveOperationException | RuntimeException otherVersion) {
                LOG.log(
                        Level.WARNING,
                        "HANSA-7103 The 100 Continue is sent before a request can be refused: {0}",
                        otherVersion);
            }
        }
    }
}
