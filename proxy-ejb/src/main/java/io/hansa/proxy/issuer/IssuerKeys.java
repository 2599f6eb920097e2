package io.hansa.proxy.issuer;

import io.hansa.proxy.configuration.ExternalIssuer;
import io.hansa.proxy.configuration.ExternalIssuers;
import io.hansa.proxy.federation.BackgroundFetch;
import java.lang.System.Logger;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The keys of all external issuers, fetched in the background: every five minutes, and at most once
 * in five seconds where a token names a key that is not there. An issuer that does not answer keeps
 * its last keys. No thread waits for a fetch. Safe for many threads.
 */
public final class IssuerKeys {
    private static final Logger LOG = System.getLogger(IssuerKeys.class.getName());
    private static final long REFRESH_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final class Known {
        private final ExternalIssuer issuer;
        private volatile IssuerKeySet keys = IssuerKeySet.NONE;
        private final BackgroundFetch fetch = new BackgroundFetch(PAUSE_NANOS);

        Known(ExternalIssuer issuer) {
            this.issuer = issuer;
        }
    }

    private final Map<String, Known> known;
    private final IssuerReader reader;
    private final Executor executor;

    IssuerKeys(ExternalIssuers issuers, IssuerReader reader, Executor executor) {
        Map<String, Known> all = new HashMap<>();
        issuers.byUrl().forEach((url, issuer) -> all.put(url, new Known(issuer)));
        this.known = Map.copyOf(all);
        this.reader = reader;
        this.executor = executor;
    }

    /** From memory; empty before the first fetch. */
    IssuerKeySet of(ExternalIssuer issuer) {
        return known.get(issuer.url()).keys;
    }

    /** A token names a key that is not there. */
    void missed(ExternalIssuer issuer) {
        Known of = known.get(issuer.url());
        if (of.fetch.age() >= PAUSE_NANOS) {
            fetch(of);
        }
    }

    /** Fetches what is not there or grew old; returns at once. To be called every second or so. */
    public void refresh() {
        for (Known of : known.values()) {
            boolean soon = of.keys.isEmpty() || of.fetch.failed();
            if (of.fetch.age() >= (soon ? PAUSE_NANOS : REFRESH_NANOS)) {
                fetch(of);
            }
        }
    }

    private void fetch(Known of) {
        of.fetch.begin(
                executor,
                () -> of.keys = reader.read(of.issuer),
                (level, failure) ->
                        LOG.log(
                                level,
                                "HANSA-2601 The keys of the issuer {0} could not be fetched: {1}. Its tokens are verified with the keys of the last fetch.",
                                of.issuer.url(),
                                failure.getMessage()));
    }
}
