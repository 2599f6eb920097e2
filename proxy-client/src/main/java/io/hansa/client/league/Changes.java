package io.hansa.client.league;

import io.hansa.client.listener.ClientListener;
import io.hansa.client.listener.ClientListener.ProxyChange;
import io.hansa.client.listener.ClientListener.ProxyChange.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells the log and the listener what changed in the list. */
final class Changes {
    private static final Logger LOG = System.getLogger("io.hansa.client");

    private final ClientListener listener;

    Changes(ClientListener listener) {
        this.listener = listener;
    }

    void tell(Member member, State state, String why) {
        Level level = state == State.EJECTED ? Level.WARNING : Level.INFO;
        LOG.log(level, "HANSA-8201 Proxy {0} is {1}: {2}.", member.address(), state, why);
        try {
            listener.proxyChanged(new ProxyChange(member.address(), state, why));
        } catch (RuntimeException ofTheListener) {
            LOG.log(Level.WARNING, "HANSA-8202 The client's listener failed.", ofTheListener);
        }
    }
}
