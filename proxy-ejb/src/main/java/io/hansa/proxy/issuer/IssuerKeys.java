package io.hansa.proxy.issuer;

import io.hansa.proxy.configuration.ExternalIssuer;
import io.hansa.proxy.configuration.ExternalIssuers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The keys of all external issuers, fetched in the background: every five minutes, and at most once
 * in five seconds where a token names a key that is not there. An issuer that does not answer keeps
 * its last keys. Nobody waits for a fetch. Safe for many threads.
 */
public final class IssuerKeys {
    private static final Logger LOG = System.getLogger(IssuerKeys.class.getName());
    private static final long REFRESH_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final class Known {
        private final ExternalIssuer issuer;
        private volatile IssuerKeySet keys = IssuerKeySet.NONE;
        private volatile boolean fetching;
        private volatile boolean failed;
        private volatile long askedAt = System.nanoTime() - PAUSE_NANOS;

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
        if (System.nanoTime() - of.askedAt >= PAUSE_NANOS) {
            fetch(of);
        }
    }

    /** Fetches what is not there or grew old; returns at once. To be called every second or so. */
    public void refresh() {
        for (Known of : known.values()) {
            long age = System.nanoTime() - of.askedAt;
            if (age >= (of.keys.isEmpty() || of.failed ? PAUSE_NANOS : REFRESH_NANOS)) {
                fetch(of);
            }
        }
    }

    private void fetch(Known of) {
        synchronized (of) {
            if (of.fetching) {
                return;
            }
            of.fetching = true;
            of.askedAt = System.nanoTime();
        }
        try {
            executor.execute(() -> fetchNow(of));
        } catch (RejectedExecutionException stopping) {
            of.fetching = false;
        }
    }

    private void fetchNow(Known of) {
        try {
            of.keys = reader.read(of.issuer);
            of.failed = false;
        } catch (Exception | Error failed) {
            // Whatever is thrown, the next refresh must ask again.
            LOG.log(
                    of.failed ? Level.DEBUG : Level.WARNING,
                    "The keys of the issuer {0} could not be fetched: {1}. Its tokens are verified with the keys of the last fetch.",
                    of.issuer.url(),
                    failed.getMessage());
            of.failed = true;
        } finally {
            of.fetching = false;
        }
    }
}
