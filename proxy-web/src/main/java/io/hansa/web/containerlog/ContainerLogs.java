package io.hansa.web.containerlog;

import io.hansa.proxy.configuration.ContainerLogLimits;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Bounds the loggers by which containers tell of what callers do to a connection: a caller without
 * an account who sends 900 bytes and resets the connection made Payara write 160 KB of stack
 * traces. While the application is deployed.
 */
@WebListener
public class ContainerLogs implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(ContainerLogs.class.getName());

    private static final List<String> NAMES =
            List.of(
                    "io.undertow.request",
                    "io.undertow.request.error-response",
                    "io.undertow.request.io",
                    "io.undertow.servlet",
                    "jakarta.enterprise.web",
                    "jakarta.enterprise.web.core",
                    "org.glassfish.grizzly.ProcessorExecutor",
                    "org.glassfish.grizzly.filterchain.DefaultFilterChain",
                    "org.glassfish.grizzly.http.server.HttpHandler",
                    "org.glassfish.jersey.server.ServerRuntime",
                    "org.glassfish.jersey.server.ServerRuntime$Responder",
                    "org.jboss.resteasy.core.AsyncResponseConsumer",
                    "org.jboss.resteasy.core.ExceptionHandler",
                    "org.jboss.resteasy.core.SynchronousDispatcher",
                    "org.jboss.resteasy.resteasy_jaxrs.i18n",
                    "org.jboss.weld.Servlet");

    /** Held here: the log manager holds loggers weakly, and their filters with them. */
    private List<Logger> loggers = List.of();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ContainerLogLimits limits = ContainerLogLimits.from(ConfigProvider.getConfig());
        loggers = NAMES.stream().map(Logger::getLogger).toList();
        setFilter(new BoundedRecords(limits.linesPerSecond(), System::nanoTime));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        setFilter(null);
        loggers = List.of();
    }

    private void setFilter(Filter filter) {
        try {
            loggers.forEach(logger -> logger.setFilter(filter));
        } catch (SecurityException forbidden) {
            LOG.log(Level.WARNING, "HANSA-5101 The container's log cannot be bounded.", forbidden);
        }
    }
}
