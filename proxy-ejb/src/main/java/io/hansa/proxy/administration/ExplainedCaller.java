package io.hansa.proxy.administration;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.PeerAccount;
import io.hansa.proxy.authentication.PeerCallers;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.Registry;
import java.util.ArrayList;
import java.util.List;

/** The caller that a request would have of which an administrator asks. */
final class ExplainedCaller {
    private ExplainedCaller() {}

    /** A reason to refuse the subject before its permissions are read. */
    static final class Obstacle extends RuntimeException {
        private static final long serialVersionUID = 1;

        Obstacle(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * @return null: the question is about a group, or a peer by itself
     * @throws Obstacle if the request would not be authenticated
     */
    static Caller of(ProxyIdentity own, Registry registry, ExplainQuestion question) {
        Subject asked = question.subject();
        if (!question.aboutAccount()) {
            if (asked.kind() == Subject.Kind.PEER) {
                peer(registry, asked.name());
            }
            return null;
        }
        PeerAccount home = asked.peerAccount().orElse(null);
        if (home == null && question.path().isEmpty()) {
            Account account = registry.accounts().get(asked.name());
            requireEnabled(asked, account != null, account != null && account.enabled());
            return Caller.of(account);
        }
        List<String> path = new ArrayList<>(question.path());
        if (home != null && (path.isEmpty() || !path.get(path.size() - 1).equals(home.proxy()))) {
            path.add(home.proxy());
        }
        Peer known = peer(registry, path.get(0));
        boolean ofTheAsking = home != null && path.size() == 1;
        String account =
                home == null ? asked.name() : ofTheAsking ? home.account() : asked.toString();
        try {
            return PeerCallers.of(own, registry, known, account, path);
        } catch (Failure refused) {
            throw new Obstacle(refused.getMessage());
        }
    }

    private static Peer peer(Registry registry, String id) {
        Peer peer = registry.peers().get(id);
        requireEnabled(Subject.peer(id), peer != null, peer != null && peer.enabled());
        return peer;
    }

    private static void requireEnabled(Subject subject, boolean known, boolean enabled) {
        if (!known) {
            throw new Obstacle("%s is not known here; create it first.".formatted(subject));
        }
        if (!enabled) {
            throw new Obstacle("%s is disabled; enable it first.".formatted(subject));
        }
    }
}
