package io.hansa.undertow;

import java.util.concurrent.TimeUnit;
import org.jboss.as.server.CurrentServiceContainer;
import org.jboss.msc.service.ServiceContainer;
import org.jboss.msc.service.ServiceController.Mode;
import org.jboss.msc.service.ServiceName;

/**
 * Closes the ports of WildFly's HTTP listeners before the server undeploys the application.
 * Otherwise they stay open for 0.3 seconds after it and answer 404 (WildFly 39.0.1). For the end of
 * the server's process only: the listeners stay closed.
 */
final class ServerListeners implements Runnable {
    /** The attribute of the servlet context; the same name stands in the web module. */
    static final String ATTRIBUTE = "io.hansa.http.close-listeners";

    private static final ServiceName LISTENER = ServiceName.parse("org.wildfly.undertow.listener");
    private static final int MAX_SECONDS = 5;

    @Override
    public void run() {
        ServiceContainer container = CurrentServiceContainer.getServiceContainer();
        for (ServiceName name : container.getServiceNames()) {
            if (LISTENER.isParentOf(name)) {
                container.getRequiredService(name).setMode(Mode.NEVER);
            }
        }
        try {
            container.awaitStability(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
