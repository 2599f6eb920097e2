package io.hansa.client.league;

import io.hansa.client.listener.ClientListener.ProxyChange.State;
import io.hansa.client.transport.CallFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The proxies that the client knows, and the choice among them. The list is replaced as a whole by
 * one thread, {@link #tick()}; a call reads it once. For many threads.
 */
public final class League {
    private static final Duration CHECK_NOT_OFTENER_THAN = Duration.ofMillis(250);
    private static final Duration LIST_IS_NEW = Duration.ofSeconds(5);

    private final LeagueSettings settings;
    private final Membership membership;
    private final Asking asking;
    private final Changes changes;
    private final long createdAt;
    private volatile Member[] members = {};

    public League(LeagueSettings settings) {
        this.settings = settings;
        this.membership = new Membership(settings);
        this.changes = new Changes(settings.listener());
        this.asking = new Asking(this, settings, changes);
        this.createdAt = settings.clock().getAsLong();
    }

    /** Completes when a proxy has told what it offers, or when none of the first list answers. */
    public CompletableFuture<Void> ready() {
        return asking.ready();
    }

    /**
     * The proxy for the next attempt; null where there is none.
     *
     * @param without those that this call does not want again
     */
    public Member choose(String capability, Collection<Member> without) {
        return Choice.of(members, capability, without, settings.clock().getAsLong());
    }

    /** Why {@link #choose} found none. */
    public CallFailure whyNone(String capability) {
        return NoChoice.why(members, capability, settings.refresh(), settings.clock().getAsLong());
    }

    /** Begins what is due. Never blocks. */
    public void tick() {
        membership.lookUp();
        Set<URI> wanted = membership.wanted(members);
        if (wanted != null) {
            replace(wanted);
        }
        asking.askThoseDue(members);
    }

    private void replace(Set<URI> wanted) {
        long now = settings.clock().getAsLong();
        boolean late = now - createdAt > LIST_IS_NEW.toNanos();
        Map<URI, Member> before = new LinkedHashMap<>();
        for (Member member : members) {
            before.put(member.address(), member);
        }
        if (before.keySet().equals(wanted)) {
            return;
        }
        Member[] after =
                wanted.stream()
                        .map(
                                address -> {
                                    Member kept = before.remove(address);
                                    return kept != null ? kept : joined(address, late, now);
                                })
                        .toArray(Member[]::new);
        members = after;
        before.values()
                .forEach(left -> changes.tell(left, State.LEFT, "its address left the list"));
    }

    private Member joined(URI address, boolean late, long now) {
        Member member = new Member(address, settings.transports().apply(address), late, now);
        changes.tell(member, State.JOINED, "its address joined the list");
        return member;
    }

    /** The proxy failed a call: it is taken out at once, if not half of them are out already. */
    public void failed(Member member, String why) {
        long now = settings.clock().getAsLong();
        Health before = member.health.get();
        boolean waits = before.state() == State.SUSPECT && before.until() - now > 0;
        if (before.state() != State.EJECTED && !(waits && !mayEject(member))) {
            eject(member, why, now);
        }
    }

    /** The proxy failed a call or its probe. */
    void eject(Member member, String why, long now) {
        double chance = ThreadLocalRandom.current().nextDouble();
        Health before = member.health.get();
        Health after = before.failed(now, mayEject(member), chance, why);
        if (!member.health.compareAndSet(before, after)) {
            return;
        }
        member.silent(now);
        member.askAt = after.until();
        if (after.state() == State.EJECTED && before.state() != State.EJECTED) {
            member.transport().reconnect();
        }
        if (after.state() != before.state()) {
            String pause = "; it is asked again in %d ms".formatted(after.pauseMillis(now));
            changes.tell(member, after.state(), why + pause);
        }
    }

    /** Addresses at which no proxy ever answered do not count. */
    private boolean mayEject(Member candidate) {
        int ejected = 0;
        int all = 0;
        for (Member member : members) {
            if (member == candidate || member.known() != null) {
                all++;
                ejected += member != candidate && !member.health.get().takesCalls() ? 1 : 0;
            }
        }
        return ejected < all / 2;
    }

    /** The proxy answered a call. */
    public void answered(Member member) {
        Health before = member.health.get();
        if (before.state() == State.SUSPECT) {
            returned(member, before, false);
        }
    }

    void returned(Member member, Health before, boolean slowly) {
        Health after = before.answered(settings.clock().getAsLong(), slowly);
        if (after != before && member.health.compareAndSet(before, after)) {
            changes.tell(member, after.state(), after.why());
        }
    }

    /** The proxy asked for a pause. */
    public void pause(Member member, String capability, Duration pause) {
        member.pause(capability, settings.clock().getAsLong() + pause.toNanos());
    }

    /** A call takes long: the proxy is asked at once whether it lives. */
    public void check(Member member) {
        long now = settings.clock().getAsLong();
        if (now - member.askedAt > CHECK_NOT_OFTENER_THAN.toNanos()
                && member.health.get().takesCalls()) {
            member.askAt = now;
        }
    }

    /** One line for each proxy. */
    public List<String> describe() {
        long now = settings.clock().getAsLong();
        return List.of(members).stream().map(member -> Description.of(member, now)).toList();
    }
}
