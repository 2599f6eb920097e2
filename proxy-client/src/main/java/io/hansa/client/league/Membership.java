package io.hansa.client.league;

import io.hansa.client.listener.ClientListener.ProxyChange.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Which addresses belong to the list: those of the source and, where it is to be so, the peers that
 * the proxies name. An address goes when no one names it any more. A proxy that has been silent for
 * a minute names no one, while another answers; if none answers, the list stays as it is.
 */
final class Membership {
    private static final Logger LOG = System.getLogger("io.hansa.client");
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final int MAX_PROXIES = 1_000;

    private final LeagueSettings settings;
    private final AddressSource source;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Set<URI> given = Set.of();
    private volatile long lookAt;
    private boolean troubled;

    Membership(LeagueSettings settings) {
        this.settings = settings;
        this.source = settings.source();
        this.lookAt = settings.clock().getAsLong();
    }

    /** Looks at the source on another thread, where it is due. */
    void lookUp() {
        long now = settings.clock().getAsLong();
        boolean due = given.isEmpty() || source.every() != null;
        if (due && lookAt - now <= 0 && looking.compareAndSet(false, true)) {
            settings.threads().execute(this::look);
        }
    }

    private void look() {
        try {
            Collection<URI> found = source.lookup().addresses();
            if (found.isEmpty()) {
                trouble("it names no address", null);
            } else {
                Set<URI> addresses = new LinkedHashSet<>();
                found.forEach(address -> addresses.add(plain(address)));
                given = addresses;
                troubled = false;
            }
        } catch (Exception failed) {
            trouble(failed.toString(), failed);
        } finally {
            Duration pause = source.every() == null ? settings.refresh() : source.every();
            lookAt = settings.clock().getAsLong() + pause.toNanos();
            looking.set(false);
        }
    }

    /** Told once, until it works again. */
    private void trouble(String why, Exception failure) {
        if (!troubled) {
            troubled = true;
            LOG.log(
                    Level.WARNING,
                    "HANSA-8203 The addresses of the proxies cannot be looked up; those of before are kept: "
                            + why,
                    failure);
        }
    }

    /** The addresses that the list should have; null where that is not known yet. */
    Set<URI> wanted(Member[] members) {
        Set<URI> addresses = given;
        if (addresses.isEmpty()) {
            return null;
        }
        return source.followPeers() ? withPeers(addresses, members) : addresses;
    }

    private Set<URI> withPeers(Set<URI> seeds, Member[] members) {
        long now = settings.clock().getAsLong();
        Set<URI> wanted = new LinkedHashSet<>(seeds);
        Set<String> ids = new HashSet<>();
        boolean oneAnswers = false;
        for (Member member : members) {
            oneAnswers |= member.health.get().state() == State.IN;
            if (seeds.contains(member.address())) {
                ids.add(member.name());
            }
        }
        for (Member member : members) {
            if (member.known() != null && !(oneAnswers && longSilent(member, now))) {
                add(wanted, ids, member.known().information().peers());
            }
        }
        return wanted;
    }

    /** A seed may be known to its peers under another address: that one is not added. */
    private static void add(Set<URI> wanted, Set<String> ids, Map<String, URI> peers) {
        peers.forEach(
                (id, url) -> {
                    if (!ids.contains(id) && wanted.size() < MAX_PROXIES && usable(url)) {
                        wanted.add(plain(url));
                        ids.add(id);
                    }
                });
    }

    private static boolean longSilent(Member member, long now) {
        return member.health.get().state() != State.IN
                && now - member.known().at() > SILENCE.toNanos();
    }

    private static boolean usable(URI url) {
        return url.getHost() != null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }

    private static URI plain(URI address) {
        String text = address.toString();
        return text.endsWith("/")
                ? plain(URI.create(text.substring(0, text.length() - 1)))
                : address;
    }
}
