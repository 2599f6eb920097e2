package io.hansa.proxy.remote;

import io.hansa.proxy.configuration.IiopExposure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** {@link ReadOnlyNaming} in force in the server's ORB, from the application's start to its end. */
final class NamingGuard {
    private static final Logger LOG = System.getLogger(NamingGuard.class.getName());

    private final ServerOrb orb;
    private final ReadOnlyNaming naming = new ReadOnlyNaming();

    private NamingGuard(ServerOrb orb) {
        this.orb = orb;
    }

    /**
     * @return null where this server has no reachable ORB
     */
    static NamingGuard start(IiopExposure exposure) {
        ServerOrb orb = ServerOrb.find().orElse(null);
        Optional<String> host = orb == null ? Optional.empty() : orb.host();
        if (host.isEmpty()) {
            return null;
        }
        exposure.check(host.get());
        NamingGuard guard = new NamingGuard(orb);
        try {
            orb.add(guard.naming);
            LOG.log(
                    Level.INFO,
                    "HANSA-3401 The names of the ORB at {0} are read-only for its callers.",
                    host.get());
            return guard;
        } catch (ReflectiveOperationException | RuntimeException unknownOrb) {
            LOG.log(
                    Level.WARNING,
                    () ->
                            "HANSA-3402 The names of this server's ORB cannot be made read-only: every program that reaches it at %s can change them. Switch IIOP off."
                                    .formatted(host.get()),
                    unknownOrb);
            return null;
        }
    }

    void stop() {
        try {
            orb.remove(naming);
        } catch (ReflectiveOperationException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "The ORB has ended before the application.", gone);
        }
    }
}
