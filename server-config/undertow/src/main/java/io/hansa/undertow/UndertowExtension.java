package io.hansa.undertow;

import io.hansa.http.Switches;
import io.hansa.http.requeue.Requeueing;
import io.undertow.Version;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.Set;

/**
 * Puts {@link RequeueHandler}, and {@link MalformedRequestHandler} behind it, before everything
 * else that sees a request of this application, and tells the application the names of listeners.
 */
public final class UndertowExtension implements ServletExtension {
    /** Of this module's tests; WildFly 39.0.1.Final in the integration tests has the same. */
    static final Set<String> TESTED = Set.of("2.3.23.Final");

    private static final System.Logger LOG = System.getLogger(UndertowExtension.class.getName());

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        context.setAttribute(ListenerNames.ATTRIBUTE, new ListenerNames());
        try {
            context.setAttribute(ServerSuspension.ATTRIBUTE, new ServerSuspension());
        } catch (LinkageError otherVersion) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "HANSA-7203 The node does not drain when this server is suspended: {0}",
                    otherVersion.toString());
        }
        deployment.addDeploymentCompleteListener(new GuardedListeners());
        deployment.addInitialHandlerChainWrapper(EscapedAddressHandler::new);
        boolean strict = Switches.isOn(Switches.STRICT);
        if (strict) {
            deployment.addInitialHandlerChainWrapper(MalformedRequestHandler::new);
        }
        deployment.addInitialHandlerChainWrapper(NodeStateHandler::new);
        if (Requeueing.isOn("Undertow", Version.getVersionString(), TESTED)) {
            deployment.addInitialHandlerChainWrapper(RequeueHandler::new);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "HANSA-7202 Malformed requests are refused: {0}.",
                strict);
    }
}
