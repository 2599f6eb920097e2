package io.hansa.client;

import io.hansa.api.BusinessProxy;
import io.hansa.client.call.CallSettings;
import io.hansa.client.call.Calls;
import io.hansa.client.call.Traces;
import io.hansa.client.league.AddressSource;
import io.hansa.client.league.League;
import io.hansa.client.league.LeagueSettings;
import io.hansa.client.league.SrvLookup;
import io.hansa.client.listener.ClientListener;
import io.hansa.client.token.Authorizer;
import io.hansa.client.token.Tokens;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Collects what a client consists of. For one thread. Every setting but the proxies has a default.
 */
public final class HansaClientBuilder {
    private static final Duration DNS_EVERY = Duration.ofSeconds(30);

    private final Connections connections = new Connections();
    private AddressSource source;
    private Authorizer authorizer = Authorizer.none();
    private ClientListener listener = ClientListener.NONE;
    private Supplier<String> traces = Traces::begin;
    private Duration timeout = Duration.ofSeconds(10);
    private Duration refresh = Duration.ofSeconds(1);
    private int maxAttempts = 4;
    private double retryShare = 0.2;

    HansaClientBuilder() {}

    /**
     * The proxies, and no others. An address is {@code http://host:port}, {@code https://…}, or for
     * remote EJBs on WildFly {@code remote+http://host:port}.
     */
    public HansaClientBuilder proxies(URI... addresses) {
        List<URI> fixed = List.of(addresses);
        return from(new AddressSource(() -> fixed, null, false));
    }

    /**
     * One proxy or more that name their peers. Peers that come are used, those that go are
     * forgotten.
     */
    public HansaClientBuilder seed(URI... addresses) {
        List<URI> fixed = List.of(addresses);
        return from(new AddressSource(() -> fixed, null, true));
    }

    /**
     * DNS SRV records (RFC 2782), looked up every 30 seconds.
     *
     * @param name such as {@code _hansa._tcp.shop.example}
     * @param scheme of the addresses: {@code http} or {@code https}
     */
    public HansaClientBuilder dnsSrv(String name, String scheme) {
        return from(new AddressSource(new SrvLookup(name, scheme, null), DNS_EVERY, false));
    }

    /**
     * Addresses from elsewhere. The client asks at each refresh, on a thread that may block; where
     * the source fails or names none, the addresses of before are kept.
     */
    public HansaClientBuilder addresses(Supplier<? extends Collection<URI>> addresses) {
        return from(new AddressSource(addresses::get, refresh, false));
    }

    private HansaClientBuilder from(AddressSource addresses) {
        source = addresses;
        return this;
    }

    /** Tokens are fetched for the account, kept, and renewed before they end. */
    public HansaClientBuilder account(String account, String password) {
        authorizer = new Tokens(account, password, System::nanoTime);
        return this;
    }

    /** Account and password go with each request. */
    public HansaClientBuilder basic(String account, String password) {
        authorizer = Authorizer.basic(account, password);
        return this;
    }

    /** The program gives the header {@code Authorization} of each request; it must not block. */
    public HansaClientBuilder authorization(Supplier<String> header) {
        authorizer = Authorizer.fixed(header);
        return this;
    }

    /** Keys and trusted authorities, also for mutual TLS. */
    public HansaClientBuilder tls(SSLContext context) {
        connections.tls = Objects.requireNonNull(context, "context");
        return this;
    }

    /** The user of the application server, for remote EJBs by {@code remote+http}. */
    public HansaClientBuilder remoteUser(String user, String password) {
        connections.user = user;
        connections.password = password;
        return this;
    }

    /** How the remote EJB of an address is found; it may block. */
    public HansaClientBuilder remoteEjb(Function<URI, BusinessProxy> lookup) {
        connections.lookup = lookup;
        return this;
    }

    /** The time of a call with all of its attempts, where the call sets none: 10 seconds. */
    public HansaClientBuilder timeout(Duration whole) {
        timeout = positive(whole, "timeout");
        return this;
    }

    /** The time in which a connection is made: 1 second. */
    public HansaClientBuilder connectTimeout(Duration longest) {
        connections.connectTimeout = positive(longest, "connectTimeout");
        return this;
    }

    /** How often each proxy is asked for its capabilities and load: every second, with jitter. */
    public HansaClientBuilder refresh(Duration interval) {
        refresh = positive(interval, "refresh");
        return this;
    }

    /** The most attempts of one call: 4. */
    public HansaClientBuilder maxAttempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("maxAttempts is at least 1");
        }
        maxAttempts = attempts;
        return this;
    }

    /** How many calls may be sent again, as a share of all: 0.2. */
    public HansaClientBuilder retryShare(double share) {
        retryShare = Math.max(0, share);
        return this;
    }

    /** The longest reply that is held in memory: 64 MiB. Streams have no bound. */
    public HansaClientBuilder maxReplyBytes(int bytes) {
        connections.maxReplyBytes = bytes;
        return this;
    }

    /** Is told of attempts, calls and proxies. */
    public HansaClientBuilder listener(ClientListener told) {
        listener = Objects.requireNonNull(told, "listener");
        return this;
    }

    /** Gives the trace context of the calling thread; where it gives null, a trace begins. */
    public HansaClientBuilder traceparent(Supplier<String> current) {
        traces =
                () -> {
                    String traceparent = current.get();
                    return traceparent == null ? Traces.begin() : traceparent;
                };
        return this;
    }

    /** Returns at once, whether a proxy answers or not. */
    public HansaClient build() {
        if (source == null) {
            throw new IllegalStateException(
                    "name proxies: proxies(…), seed(…), dnsSrv(…) or addresses(…)");
        }
        Background background = new Background();
        connections.threads = background.threads();
        League league =
                new League(
                        new LeagueSettings(
                                source,
                                connections::to,
                                refresh,
                                listener,
                                background.threads(),
                                System::nanoTime));
        Calls calls =
                new Calls(
                        new CallSettings(
                                league,
                                authorizer,
                                listener,
                                maxAttempts,
                                retryShare,
                                System::nanoTime));
        background.start(
                () -> {
                    league.tick();
                    calls.tick();
                });
        return new HansaClient(league, calls, new Replies(traces), timeout, background);
    }

    private static Duration positive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is longer than zero");
        }
        return value;
    }
}
