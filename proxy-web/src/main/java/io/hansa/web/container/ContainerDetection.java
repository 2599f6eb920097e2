package io.hansa.web.container;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;

/**
 * Chooses the {@link ContainerBehaviour} once, by the product that the container names, and says in
 * the log which one it is.
 */
@ApplicationScoped
class ContainerDetection {
    private static final System.Logger LOG = System.getLogger(ContainerDetection.class.getName());

    @Inject private ServletContext context;
    private ContainerBehaviour behaviour;

    @PostConstruct
    void detect() {
        String server = context.getServerInfo();
        behaviour = ContainerBehaviour.of(server);
        if (behaviour == ContainerBehaviour.STANDARD) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "HANSA-5001 The servlet container \"{0}\" is not known. Hansa uses the standard behaviour, and its listeners are known by their ports only.",
                    server);
        } else {
            LOG.log(
                    System.Logger.Level.INFO,
                    "HANSA-5002 The servlet container is \"{0}\". Hansa uses its behaviour {1}.",
                    server,
                    behaviour);
        }
    }

    /** Dependent, so that no proxy stands before it: each request asks it. */
    @Produces
    @Dependent
    ContainerBehaviour behaviour() {
        return behaviour;
    }
}
