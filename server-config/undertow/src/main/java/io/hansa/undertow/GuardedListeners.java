package io.hansa.undertow;

import io.hansa.http.NodeState;
import io.undertow.server.HttpHandler;
import io.undertow.server.OpenListener;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.as.server.CurrentServiceContainer;
import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceContainer;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;
import org.wildfly.extension.undertow.ListenerService;
import org.wildfly.extension.undertow.UndertowService;

/**
 * Puts {@link StoppedNodeHandler} before each HTTP listener of WildFly, its management left out. It
 * stays there when a node that has drained stops, until WildFly closes the listener. Where the
 * application is removed from a server that goes on, the listener gets its own handler back. The
 * server calls it, one call after the other.
 */
final class GuardedListeners implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(GuardedListeners.class.getName());

    private final List<ServiceController<?>> guards = new ArrayList<>();

    @Override
    public void contextInitialized(ServletContextEvent deployed) {
        try {
            installAll();
        } catch (LinkageError otherVersion) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "HANSA-7204 While this server stops, its listeners answer by pages of their own: {0}",
                    otherVersion.toString());
        }
    }

    private void installAll() {
        ServiceName listeners = UndertowService.listenerName("any").getParent();
        ServiceContainer container = CurrentServiceContainer.getServiceContainer();
        for (ServiceName name : container.getServiceNames()) {
            if (listeners.equals(name.getParent())) {
                guards.add(install(container, name));
            }
        }
    }

    private static ServiceController<?> install(ServiceContainer container, ServiceName listener) {
        ServiceBuilder<?> service =
                container.addService(ServiceName.of("hansa", "listener", UUID.randomUUID() + ""));
        return service.setInstance(new Guard(service.requires(listener))).install();
    }

    @Override
    public void contextDestroyed(ServletContextEvent undeployed) {
        guards.forEach(guard -> guard.setMode(ServiceController.Mode.REMOVE));
    }

    /** Takes the place of a guard that an earlier deployment has left. */
    static void guard(OpenListener listener) {
        listener.setRootHandler(new StoppedNodeHandler(unguarded(listener.getRootHandler())));
    }

    static void release(OpenListener listener) {
        if (NodeState.now() != NodeState.STOPPED) {
            listener.setRootHandler(unguarded(listener.getRootHandler()));
        }
    }

    /** A guard of another deployment has a class of the same name in another class loader. */
    private static HttpHandler unguarded(HttpHandler root) {
        return root instanceof Supplier<?> guard && guard.get() instanceof HttpHandler own
                ? own
                : root;
    }

    /** A service, because WildFly gives a listener to services only, once it is open. */
    private record Guard(Supplier<Object> listener) implements Service {
        @Override
        public void start(StartContext context) {
            if (listener.get() instanceof ListenerService service) {
                guard(service.getOpenListener());
            }
        }

        @Override
        public void stop(StopContext context) {
            if (listener.get() instanceof ListenerService service) {
                release(service.getOpenListener());
            }
        }
    }
}
