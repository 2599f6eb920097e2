package io.hansa.api;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Capability information (R7) as a value: who the proxy is, how loaded it is, what it offers. */
public final class ProxyStatus implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private static final String IIOP = "iiop";
    private static final String LOAD_AGE = "loadAgeMillis";

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
     * @param iiop {@code host:port} where the remote view is found over IIOP; null where it is not
     *     offered
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

    private ProxyStatus(ProxyStatus other, Map<String, String> context) {
        this.proxy = other.proxy;
        this.region = other.region;
        this.organization = other.organization;
        this.load = other.load;
        this.threshold = other.threshold;
        this.accepting = other.accepting;
        this.capabilities = other.capabilities;
        this.context = Context.of(context);
    }

    /**
     * The same, with a load that was measured so long ago.
     *
     * @param millis 0 and over
     */
    public ProxyStatus withLoadAge(long millis) {
        Map<String, String> told = Context.read(context);
        told.put(LOAD_AGE, Long.toString(millis));
        return new ProxyStatus(this, told);
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

    /**
     * {@code host:port} of the naming service in which the remote view stands; null where there is
     * none.
     */
    public String iiop() {
        return Context.read(context).get(IIOP);
    }

    /**
     * How many milliseconds before this was told the load was measured; 0 where the proxy does not
     * say, which older ones do not. A partner may tell what it likes: what is no number is as old
     * as can be.
     */
    public long loadAgeMillis() {
        String told = Context.read(context).get(LOAD_AGE);
        if (told == null) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(told));
        } catch (NumberFormatException nonsense) {
            return Long.MAX_VALUE;
        }
    }
}
