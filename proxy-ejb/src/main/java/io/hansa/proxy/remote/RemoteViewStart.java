package io.hansa.proxy.remote;

import io.hansa.proxy.configuration.IiopExposure;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the server's ORB is reachable, ends the start unless it is reachable on the loopback
 * address only or that was accepted. Makes its naming services read-only for callers by IIOP.
 */
@Startup
@Singleton
public class RemoteViewStart {
    private static final Logger LOG = System.getLogger(RemoteViewStart.class.getName());

    private NamingGuard guard;

    @PostConstruct
    void start() {
        IiopExposure exposure = IiopExposure.from(ConfigProvider.getConfig());
        try {
            guard = NamingGuard.start(exposure);
        } catch (LinkageError noOrb) {
            LOG.log(Level.DEBUG, "This server has no ORB.", noOrb);
        }
    }

    @PreDestroy
    void stop() {
        if (guard != null) {
            guard.stop();
        }
    }
}
