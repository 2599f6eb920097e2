package io.hansa.proxy.registration;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import java.util.ArrayList;
import java.util.List;

/** Notes which connections are opened and which are given up. Nobody may exchange anything. */
final class ConnectionsOnly implements Exchanges {
    final List<ServerTarget> opened = new ArrayList<>();
    final List<String> forgotten = new ArrayList<>();
    private ServerTarget away;

    void away(ServerTarget target) {
        away = target;
    }

    @Override
    public PendingReply<ServerReply, ExchangeException> begin(
            ServerTarget target, ServerRequest request) {
        throw new AssertionError("nobody asked for an exchange");
    }

    @Override
    public void warm(ServerTarget target, long deadlineNanos) throws ExchangeException {
        if (target == away) {
            throw new ExchangeException(Kind.UNREACHABLE, false, "away");
        }
        opened.add(target);
    }

    @Override
    public void forget(String targetId) {
        forgotten.add(targetId);
    }
}
