package io.hansa.undertow;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.as.server.CurrentServiceContainer;
import org.jboss.as.server.suspend.ServerResumeContext;
import org.jboss.as.server.suspend.ServerSuspendContext;
import org.jboss.as.server.suspend.SuspendableActivity;
import org.jboss.as.server.suspend.SuspendableActivityRegistry;
import org.jboss.as.server.suspend.SuspendableActivityRegistry.SuspendPriority;
import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;

/**
 * Lets the application take part when WildFly is suspended and resumed, by {@code :suspend}, {@code
 * :resume} or its own shutdown. WildFly refuses requests with an empty 503 as soon as all
 * participants have prepared, so preparing takes as long as the application drains. Given a
 * participant, which is called with the name of each phase, it returns what ends the participation.
 */
final class ServerSuspension
        implements Function<Function<String, CompletionStage<Void>>, Runnable> {
    /** The attribute of the servlet context; the same name stands in the web module. */
    static final String ATTRIBUTE = "io.hansa.http.suspension";

    private static final ServiceName CONTROLLER =
            ServiceName.parse("org.wildfly.server.suspend-controller");

    @Override
    public Runnable apply(Function<String, CompletionStage<Void>> participant) {
        ServiceBuilder<?> service =
                CurrentServiceContainer.getServiceContainer()
                        .addService(ServiceName.of("hansa", "suspension", UUID.randomUUID() + ""));
        Supplier<SuspendableActivityRegistry> registry = service.requires(CONTROLLER);
        ServiceController<?> installed =
                service.setInstance(new Participation(registry, new Activity(participant)))
                        .install();
        return () -> installed.setMode(ServiceController.Mode.REMOVE);
    }

    /** A service, because WildFly gives the registry to services only. */
    private record Participation(
            Supplier<SuspendableActivityRegistry> registry, SuspendableActivity activity)
            implements Service {
        @Override
        public void start(StartContext context) {
            registry.get().registerActivity(activity, SuspendPriority.FIRST);
        }

        @Override
        public void stop(StopContext context) {
            registry.get().unregisterActivity(activity);
        }
    }

    private record Activity(Function<String, CompletionStage<Void>> participant)
            implements SuspendableActivity {
        @Override
        public CompletionStage<Void> prepare(ServerSuspendContext context) {
            return participant.apply("prepare");
        }

        @Override
        public CompletionStage<Void> suspend(ServerSuspendContext context) {
            return participant.apply("suspend");
        }

        @Override
        public CompletionStage<Void> resume(ServerResumeContext context) {
            return participant.apply("resume");
        }
    }
}
