package io.hansa.proxy.request;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.Registry;
import java.util.ArrayList;
import java.util.List;

/**
 * The subjects whose grants speak for a caller: an account and its groups; or a peer, and on the intranet, where
 * names mean the same on both sides, also the account that it names, as far as it is known and enabled here.
 */
final class CallerSubjects {
    private CallerSubjects() {}

    static List<Subject> of(Caller caller, Registry registry) {
        List<Subject> subjects = new ArrayList<>();
        if (!caller.isPeer()) {
            subjects.add(Subject.account(caller.account()));
            caller.groups().forEach(group -> subjects.add(Subject.group(group)));
            return subjects;
        }
        subjects.add(Subject.peer(caller.peer()));
        Peer peer = registry.peers().get(caller.peer());
        Account account = registry.accounts().get(caller.account());
        if (peer != null
                && peer.link() == Peer.Link.INTRANET
                && account != null
                && account.enabled()) {
            subjects.add(Subject.account(account.name()));
            account.groups().forEach(group -> subjects.add(Subject.group(group)));
        }
        return subjects;
    }
}
