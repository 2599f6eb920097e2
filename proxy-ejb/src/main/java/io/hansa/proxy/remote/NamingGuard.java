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
     * @return null where nobody can reach an ORB of this server
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
                    "Names are read-only to whoever reaches the ORB, which is at {0}.",
                    host.get());
            return guard;
        } catch (ReflectiveOperationException | RuntimeException unknownOrb) {
            LOG.log(
                    Level.WARNING,
                    () ->
                            "The names of this server's ORB cannot be made read-only: whoever reaches it at %s can change them. Switch IIOP off."
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
