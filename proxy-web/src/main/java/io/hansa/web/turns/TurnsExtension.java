package io.hansa.web.turns;

import io.hansa.http.Switches;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Puts {@link TurnsHandler}, and {@link MalformedRequestHandler} behind it, before everything else
 * that looks at a request of this application.
 */
public final class TurnsExtension implements ServletExtension {
    private static final System.Logger LOG = System.getLogger(TurnsExtension.class.getName());

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        if (Switches.isOn(Switches.STRICT)) {
            deployment.addInitialHandlerChainWrapper(MalformedRequestHandler::new);
        }
        deployment.addInitialHandlerChainWrapper(TurnsHandler::new);
        LOG.log(System.Logger.Level.INFO, "Connections take turns for the workers of a listener.");
    }
}
