package io.hansa.api;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Capability information (R7) as a value: who the proxy is, how loaded it is, what it offers. */
public final class ProxyStatus implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private static final String IIOP = "iiop";

    private final String proxy;
    private final String region;
    private final String organization;
    private final double load;
    private final double threshold;
    private final boolean accepting;
    private final OfferedCapability[] capabilities;

    /** Names and values in turn; this class gets no further fields, see {@link Context}. */
    private final String[] context;

    /**
     * @param load work in hand ÷ declared capacity, 0.0 … 1.0 and over
     * @param threshold above it no new work goes there
     * @param accepting false while the node drains
     * @param iiop {@code host:port} where the remote view is found over IIOP; null where it is not offered
     */
    public ProxyStatus(
            String proxy,
            String region,
            String organization,
            double load,
            double threshold,
            boolean accepting,
            List<OfferedCapability> capabilities,
            String iiop) {
        this.proxy = proxy;
        this.region = region;
        this.organization = organization;
        this.load = load;
        this.threshold = threshold;
        this.accepting = accepting;
        this.capabilities = capabilities.toArray(OfferedCapability[]::new);
        this.context = Context.of(iiop == null ? Map.of() : Map.of(IIOP, iiop));
    }

    public String proxy() {
        return proxy;
    }

    public String region() {
        return region;
    }

    public String organization() {
        return organization;
    }

    public double load() {
        return load;
    }

    public double threshold() {
        return threshold;
    }

    public boolean accepting() {
        return accepting;
    }

    public List<OfferedCapability> capabilities() {
        return List.of(capabilities);
    }

    /** {@code host:port} of the naming service in which the remote view stands; null where there is none. */
    public String iiop() {
        return Context.read(context).get(IIOP);
    }
}
