package io.hansa.web.ingress;

import io.hansa.web.access.ExtranetGate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Puts {@link NoSniff}, {@link ExtranetGate} and {@link BodyBufferingFilter}, in this order, before
 * every servlet except {@link ServicesServlet}, which does their work itself because each filter
 * costs time. They are mapped to the names of servlets: no URL pattern excludes one servlet, and
 * containers normalize a path in different ways.
 */
@WebListener
public class NonServiceFilterRegistration implements ServletContextListener {
    /** The container's own servlet for all other paths. Not every container registers it. */
    private static final String DEFAULT = "default";

    @Override
    public void contextInitialized(ServletContextEvent starting) {
        ServletContext context = starting.getServletContext();
        Set<String> servlets = new HashSet<>(context.getServletRegistrations().keySet());
        servlets.add(DEFAULT);
        if (!servlets.remove(ServicesServlet.NAME)) {
            throw new IllegalStateException(
                    "The servlet " + ServicesServlet.NAME + " is not registered.");
        }
        String[] others = servlets.toArray(String[]::new);
        put(context, NoSniff.class, EnumSet.of(DispatcherType.REQUEST), others);
        put(context, ExtranetGate.class, EnumSet.of(DispatcherType.REQUEST), others);
        put(
                context,
                BodyBufferingFilter.class,
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC),
                others);
    }

    private static void put(
            ServletContext context,
            Class<? extends Filter> filter,
            EnumSet<DispatcherType> dispatches,
            String... servlets) {
        FilterRegistration.Dynamic registered = context.addFilter(filter.getName(), filter);
        registered.setAsyncSupported(true);
        registered.addMappingForServletNames(dispatches, true, servlets);
    }
}
