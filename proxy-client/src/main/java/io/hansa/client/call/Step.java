package io.hansa.client.call;

import io.hansa.client.league.Member;
import io.hansa.client.transport.Exchange;

/**
 * What a call waits for.
 *
 * @param exchange with the member; null while the call waits for something else
 * @param since in nanoseconds
 * @param until when the call goes on by itself; not used where there is an exchange
 */
record Step(Member member, Exchange exchange, long since, long until) {
    /** A wait that something else ends. */
    static Step waiting(long since) {
        return new Step(null, null, since, since + Long.MAX_VALUE / 2);
    }

    static Step pausing(long since, long until) {
        return new Step(null, null, since, until);
    }

    /** The attempt has ended, or there was none. */
    void release() {
        if (exchange != null) {
            member.ended();
        }
    }

    void abandon() {
        if (exchange != null) {
            exchange.abandon().run();
        }
    }
}
