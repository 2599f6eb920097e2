package io.hansa.api;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Capability information: identity and load of a proxy, and what it offers. */
public final class ProxyStatus implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private static final String IIOP = "iiop";
    private static final String LOAD_AGE = "loadAgeMillis";
    private static final String REPLAY = "replay";

    private final String proxy;
    private final String region;
    private final String organization;
    private final double load;
    private final double threshold;
    private final boolean accepting;
    private final OfferedCapability[] capabilities;

    /** Names and values alternate. This class gets no further fields, see {@link Context}. */
    private final String[] context;

    private ProxyStatus(Builder builder) {
        this.proxy = builder.proxy;
        this.region = builder.region;
        this.organization = builder.organization;
        this.load = builder.load;
        this.threshold = builder.threshold;
        this.accepting = builder.accepting;
        this.capabilities = builder.capabilities;
        this.context = Context.of(builder.context);
    }

    /** Begins the status of a proxy that accepts requests, has no load and offers nothing. */
    public static Builder of(String proxy) {
        return new Builder(proxy);
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
     * The same status, with the age of its load.
     *
     * @param millis 0 and over
     */
    public ProxyStatus withLoadAge(long millis) {
        Map<String, String> values = Context.read(context);
        values.put(LOAD_AGE, Long.toString(millis));
        return new ProxyStatus(this, values);
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
     * {@code host:port} of the naming service that holds the remote view; null if there is none.
     */
    public String iiop() {
        return Context.read(context).get(IIOP);
    }

    /**
     * The capabilities that may be sent twice, by name: {@code SAFE} or {@code IDEMPOTENT}. All
     * others are {@code ONCE}, as everything is that an older proxy offers.
     */
    public Map<String, String> replays() {
        Map<String, String> replays = new HashMap<>();
        String text = Context.read(context).getOrDefault(REPLAY, "");
        for (String entry : text.isEmpty() ? new String[0] : text.split(",")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                replays.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return replays;
    }

    /**
     * The age of the load in milliseconds when the proxy sent this status. 0 if the proxy does not
     * report it, as older versions do not. A value that is not a number counts as the maximum,
     * because partners are not trusted.
     */
    public long loadAgeMillis() {
        String age = Context.read(context).get(LOAD_AGE);
        if (age == null) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(age));
        } catch (NumberFormatException malformed) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public String toString() {
        return "ProxyStatus[proxy=%s, region=%s, organization=%s, load=%s of %s, accepting=%s, capabilities=%s]"
                .formatted(
                        proxy,
                        region,
                        organization,
                        load,
                        threshold,
                        accepting,
                        Arrays.toString(capabilities));
    }

    /** Collects what a status consists of. For one thread. */
    public static final class Builder {
        private final String proxy;
        private String region;
        private String organization;
        private double load;
        private double threshold = 1;
        private boolean accepting = true;
        private OfferedCapability[] capabilities = new OfferedCapability[0];
        private final Map<String, String> context = new LinkedHashMap<>();

        private Builder(String proxy) {
            this.proxy = proxy;
        }

        public Builder region(String region) {
            this.region = region;
            return this;
        }

        public Builder organization(String organization) {
            this.organization = organization;
            return this;
        }

        /**
         * @param load work in flight ÷ declared capacity; 0.0 … 1.0 and over
         * @param threshold above this load the proxy gets no new requests
         */
        public Builder load(double load, double threshold) {
            this.load = load;
            this.threshold = threshold;
            return this;
        }

        /**
         * @param accepting false while the node drains
         */
        public Builder accepting(boolean accepting) {
            this.accepting = accepting;
            return this;
        }

        public Builder capabilities(List<OfferedCapability> capabilities) {
            this.capabilities = capabilities.toArray(OfferedCapability[]::new);
            return this;
        }

        /**
         * @param iiop {@code host:port} of the naming service that holds the remote view; null if
         *     the proxy does not offer IIOP
         */
        public Builder iiop(String iiop) {
            if (iiop != null) {
                context.put(IIOP, iiop);
            }
            return this;
        }

        /**
         * @param replays {@code SAFE} or {@code IDEMPOTENT} by name of the capability; those that
         *     are left out are {@code ONCE}
         */
        public Builder replays(Map<String, String> replays) {
            if (!replays.isEmpty()) {
                StringJoiner entries = new StringJoiner(",");
                replays.forEach((name, replay) -> entries.add(name + "=" + replay));
                context.put(REPLAY, entries.toString());
            }
            return this;
        }

        public ProxyStatus build() {
            return new ProxyStatus(this);
        }
    }
}
